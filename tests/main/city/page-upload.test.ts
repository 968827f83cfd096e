import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES, uploadPage } from '../../../src/main/city/page-upload.ts';
import { Sha256 } from '../../../src/shared/base/ids.ts';

const BYTES = randomBytes(2 * CHUNK_BYTES);

/** What a tus server that says these offsets makes of an upload: the fault's code, and how often it was asked. */
async function uploadTo(said: { head: string; patch: string; length?: number }) {
  let patches = 0;
  const server = createServer(async (request, response) => {
    for await (const _chunk of request); // a reply before the end would be a broken line
    const tus = { 'Tus-Resumable': '1.0.0' };
    if (request.method === 'PATCH') {
      patches += 1;
      response.writeHead(204, { ...tus, 'Upload-Offset': said.patch }).end();
    } else {
      const length = String(said.length ?? BYTES.length);
      response.writeHead(200, { ...tus, 'Upload-Offset': said.head, 'Upload-Length': length }).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sent = await uploadPage({
    cityUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 't',
    sha256: Sha256.parse(createHash('sha256').update(BYTES).digest('hex')),
    mediaType: 'image/png',
    bytes: BYTES,
    signal: AbortSignal.timeout(5000),
    hasNetwork: () => true,
    nowMs: () => performance.now(),
    onChunk: () => undefined,
  });
  server.closeAllConnections();
  server.close();
  return { outcome: sent.ok ? 'arrived' : sent.fault.code, patches };
}

describe('offsets that lie', () => {
  it.each([
    ['negative', { head: '-5', patch: '0' }, 0],
    ['beyond the end', { head: String(BYTES.length + 1), patch: '0' }, 0],
    ['no number', { head: '12abc', patch: '0' }, 0],
    ['whole at another length', { head: '0', length: 0, patch: '0' }, 0],
    ['not growing', { head: '0', patch: '0' }, 1],
    ['going back', { head: '5', patch: '3' }, 1],
    ['beyond the end after a chunk', { head: '0', patch: String(BYTES.length + 1) }, 1],
  ])('[LC-13] %s: the try ends, and the page has not arrived', async (_name, said, patches) => {
    expect(await uploadTo(said)).toEqual({ outcome: 'strange-offset', patches });
  });

  it('[LC-13] one that says the whole page is there is believed until the city says otherwise', async () => {
    expect(await uploadTo({ head: String(BYTES.length), patch: '0' })).toEqual({
      outcome: 'arrived',
      patches: 0,
    });
    expect(await uploadTo({ head: '7', patch: String(BYTES.length) })).toEqual({
      outcome: 'arrived',
      patches: 1,
    });
  });
});
