import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { withGaps } from '../not-implemented.ts';
import { findSchemeHandler } from './protocol.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain',
  '.pdf': 'application/pdf',
};

export const net = withGaps('net', {
  /** file: URLs, schemes of `protocol.handle`, and the network by Node's own fetch. */
  async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input);
    const scheme = new URL(url).protocol.slice(0, -1);
    if (scheme === 'file') return fetchFile(url);
    const handler = findSchemeHandler(scheme);
    if (handler) return handler(new Request(input, init));
    return fetch(input, init);
  },
  isOnline: (): boolean => true,
});

async function fetchFile(url: string): Promise<Response> {
  const { origin, search, hash } = new URL(url);
  if (origin !== 'null') throw new Error(`net::ERR_INVALID_URL ${url}`);
  const path = fileURLToPath(url.slice(0, url.length - search.length - hash.length));
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new Error('net::ERR_FILE_NOT_FOUND');
  return new Response(Readable.toWeb(createReadStream(path)) as unknown as ReadableStream, {
    headers: {
      'content-type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'content-length': String(found.size),
    },
  });
}
