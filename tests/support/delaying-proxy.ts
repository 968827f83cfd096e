import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type DelayingProxy = {
  readonly url: string;
  /** `METHOD /path?query` of every call so far. */
  readonly calls: readonly string[];
  /** Connections that were opened so far. */
  readonly connections: () => number;
  readonly close: () => void;
};

/** Between desk and city: passes everything on at once and gives the reply back after as many milliseconds as `delayMs` says. */
export async function startDelayingProxy(
  cityUrl: string,
  delayMs: (call: string) => number,
): Promise<DelayingProxy> {
  const agent = new Agent({ keepAlive: true });
  const calls: string[] = [];
  let connections = 0;
  const server = createServer({ keepAliveTimeout: 60_000 }, (asked, reply) => {
    const call = `${asked.method} ${asked.url}`;
    calls.push(call);
    const { method, headers } = asked;
    const passed = request(new URL(asked.url ?? '/', cityUrl), { method, headers, agent }, (came) => {
      const chunks: Buffer[] = [];
      came.on('error', () => reply.destroy());
      came.on('data', (chunk: Buffer) => chunks.push(chunk));
      came.on('end', () =>
        setTimeout(() => {
          reply.writeHead(came.statusCode ?? 502, came.headers);
          reply.end(Buffer.concat(chunks));
        }, delayMs(call)),
      );
    });
    passed.on('error', () => reply.destroy());
    asked.pipe(passed);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    connections: () => connections,
    close: () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
