import { createServer, type IncomingMessage, request as requestOf } from 'node:http';

/** The page that is begun (its name is in the metadata) or gone on with (in the address). */
function pageOf({ url = '', headers }: IncomingMessage): string {
  const named = /\bsha256 ([A-Za-z0-9+/=]+)/.exec(String(headers['upload-metadata'] ?? ''))?.[1];
  return named === undefined ? (url.split('/').at(-1) ?? '') : Buffer.from(named, 'base64').toString();
}

/** Passes everything on to the city, but answers 460 (wrong hash) for ever to the pages that are named. */
export async function startPageRefusingProxy(cityUrl: string) {
  const refused = new Set<string>();
  let met = 0;
  const server = createServer((request, response) => {
    const sha256 = pageOf(request);
    if (refused.has(sha256) && (request.method === 'PATCH' || request.method === 'POST')) {
      met += 1;
      request.resume().on('end', () => {
        response.writeHead(460, { 'content-type': 'application/json' }).end('{"code":"bad-request"}');
      });
      return;
    }
    const { hostname, port } = new URL(cityUrl);
    const passed = requestOf(
      { hostname, port, path: request.url, method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on('error', () => response.destroy());
    response.on('close', () => passed.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    refuse: (sha256: string) => refused.add(sha256),
    met: () => met,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
