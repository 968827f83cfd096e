import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createExchange } from '../../../src/main/city/exchange.ts';
import { sendChunk } from '../../../src/main/city/page-upload.ts';
import { createRoute } from '../../../src/main/city/route.ts';
import { Sha256 } from '../../../src/shared/base/ids.ts';

const BYTES = randomBytes(20_000);
const OFFSET = 5000;

/** What a server that answers so makes of a piece from 5,000 on. */
async function sendTo(status: number, headers: Record<string, string>) {
  const server = createServer(async (request, response) => {
    for await (const _chunk of request); // a reply before the end would be a broken line
    response.writeHead(status, headers).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cityUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const route = createRoute({ cityUrl, log: () => undefined });
  const exchange = createExchange({
    cityUrl,
    route,
    signal: AbortSignal.timeout(5000),
    nowMs: () => performance.now(),
    onBytes: () => undefined,
  });
  const sent = await sendChunk(
    { exchange, hasNetwork: () => true },
    {
      token: 't',
      sha256: Sha256.parse('a'.repeat(64)),
      mediaType: 'image/png',
      byteLength: BYTES.length,
      offset: OFFSET,
      begin: false,
      bytes: BYTES.subarray(OFFSET),
    },
  );
  route.startAfresh();
  server.closeAllConnections();
  server.close();
  return sent.ok ? sent.value : sent.fault.code;
}

const tus = { 'Tus-Resumable': '1.0.0' };

describe('offsets that lie', () => {
  it.each([
    ['negative', '-5'],
    ['beyond the end', String(BYTES.length + 1)],
    ['no number', '12abc'],
    ['not growing', String(OFFSET)],
    ['going back', '3'],
  ])('[LC-13] %s: the try ends, and the page has not arrived', async (_name, offset) => {
    expect(await sendTo(204, { ...tus, 'Upload-Offset': offset })).toBe('strange-offset');
  });

  it('[LC-13] one that has grown within the page is believed until the city says otherwise', async () => {
    expect(await sendTo(204, { ...tus, 'Upload-Offset': String(BYTES.length) })).toEqual({
      kind: 'taken',
      offset: BYTES.length,
    });
    expect(await sendTo(204, { ...tus, 'Upload-Offset': '7000' })).toEqual({ kind: 'taken', offset: 7000 });
  });

  it('[LC-13] a success without tus is somebody else', async () => {
    expect(await sendTo(200, { 'Upload-Offset': String(BYTES.length) })).toBe('no-tus');
    expect(await sendTo(200, { 'content-type': 'text/html' })).toBe('no-tus');
  });

  it.each([404, 409, 410, 423])(
    '[LC-52] %i of tus: the city is asked again where the page stands',
    async (status) => {
      expect(await sendTo(status, tus)).toEqual({ kind: 'strange-place' });
    },
  );

  it('[LC-13] a refusal of tus is the page’s own trouble, an error is the city’s', async () => {
    expect(await sendTo(460, tus)).toBe('hash-differs');
    expect(await sendTo(413, tus)).toBe('page-refused');
    expect(await sendTo(500, tus)).toBe('http-500');
  });
});
