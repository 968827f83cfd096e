import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { findSchemeAndHost, toAppUrl, toChromiumPolicy, toChromiumUrl } from './address.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** Empty page in which a new window on a screen starts, before its first loadURL. */
export const BLANK_PATH = '/__standin__/blank';
export const GUARD_COOKIE = '__standin_guard';

/**
 * Only our Chromium may ask: other programs of this machine can reach the port, but do not know the cookie that
 * is set in the profile before the first navigation. Never handed to the application.
 */
export const guardSecret = randomBytes(24).toString('base64url');

/** Serves the handlers of `protocol.handle` on a free port of 127.0.0.1; resolves to that port. */
export function startLoopbackServer(
  findHandler: (scheme: string) => SchemeHandler | undefined,
): Promise<number> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, findHandler).catch((error: unknown) => {
      console.error(`(stand-in) protocol handler failed for ${incoming.url}:`, error);
      breakAnswer(outgoing);
    });
  });
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  server.unref();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  findHandler: (scheme: string) => SchemeHandler | undefined,
): Promise<void> {
  const path = incoming.url ?? '/';
  if (path.startsWith(BLANK_PATH)) {
    outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title> </title>');
    return;
  }
  // Chromium asks for a favicon, Electron does not.
  if (path === '/favicon.ico' && incoming.headers['sec-fetch-dest'] === 'image') {
    outgoing.writeHead(204).end();
    return;
  }
  const { cookies, known } = splitCookies(incoming.headers.cookie ?? '');
  if (!known) {
    outgoing.writeHead(403).end();
    return;
  }
  const place = findSchemeAndHost(incoming.headers.host ?? '');
  const handler = place && findHandler(place.scheme);
  if (!place || !handler) {
    outgoing.writeHead(404).end();
    return;
  }
  const aborter = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) aborter.abort();
  });
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const request = new Request(`${place.scheme}://${place.host}${path}`, {
    method: incoming.method ?? 'GET',
    headers: requestHeaders(incoming, cookies),
    signal: aborter.signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit);
  const response = await handler(request);
  if (!response || response.type === 'error') return breakAnswer(outgoing);
  outgoing.writeHead(response.status, response.statusText || undefined, responseHeaders(response));
  if (!response.body) {
    outgoing.end();
    return;
  }
  const body = Readable.fromWeb(response.body as unknown as NodeReadableStream);
  // A window that closes or aborts mid-way is no failure of the handler; a stream that breaks is one.
  body.on('error', (error) => {
    if (!outgoing.destroyed) console.error(`(stand-in) response body failed for ${path}:`, error);
    outgoing.destroy();
  });
  outgoing.on('close', () => body.destroy());
  body.pipe(outgoing);
}

/** Chromium repeats a request that got an empty answer; contradicting lengths end it as 'Failed to fetch'. */
function breakAnswer(outgoing: ServerResponse): void {
  if (outgoing.headersSent || !outgoing.socket) outgoing.destroy();
  else outgoing.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n');
}

function splitCookies(header: string): { cookies: string; known: boolean } {
  const expected = Buffer.from(`${GUARD_COOKIE}=${guardSecret}`);
  const all = header.split(/;\s*/).filter(Boolean);
  const known = all.some((cookie) => {
    const given = Buffer.from(cookie);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return { known, cookies: all.filter((cookie) => !cookie.startsWith(`${GUARD_COOKIE}=`)).join('; ') };
}

function requestHeaders(incoming: IncomingMessage, cookies: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || ['host', 'connection', 'cookie'].includes(name)) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : toAppUrl(value));
  }
  if (cookies) headers.set('cookie', cookies);
  return headers;
}

function responseHeaders(response: Response): Record<string, string> {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    if (name === 'content-security-policy') headers[name] = toChromiumPolicy(value);
    else if (name === 'location') headers[name] = toChromiumUrl(value);
    else if (name !== 'content-encoding') headers[name] = value;
  });
  // Electron's own protocols have no HTTP cache.
  headers['cache-control'] ??= 'no-store';
  return headers;
}
