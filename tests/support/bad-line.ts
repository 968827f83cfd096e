import { connect, createServer, type Socket } from 'node:net';

export type BadLine = {
  readonly url: string;
  /** Bytes from the desk and to it so far, as they were let through. */
  readonly sentBytes: () => number;
  readonly receivedBytes: () => number;
  /** Cuts everything and lets nobody in until it is mended. */
  readonly breakDown: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
};

/** As much as a packet carries: connections take turns by it. */
const PACKET_BYTES = 1400;

/** One direction of a line: whoever sends waits for its turn, at so many bits a second together. */
function tokenBucket(bitsPerSecond: number): (bytes: number) => Promise<void> {
  let freeAtMs = 0;
  return async (bytes) => {
    const now = performance.now();
    freeAtMs = Math.max(now, freeAtMs) + (bytes * 8000) / bitsPerSecond;
    const waitMs = freeAtMs - now;
    // Timers are good for a millisecond or so; what is shorter is made up by the next packet.
    if (waitMs > 2) await new Promise((resolve) => setTimeout(resolve, waitMs));
  };
}

/** A TCP line between desk and city that is as slow as asked for, both ways, and can break down. */
export async function startBadLine(targetUrl: string, bitsPerSecond: number): Promise<BadLine> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  const up = tokenBucket(bitsPerSecond);
  const down = tokenBucket(bitsPerSecond);
  let sent = 0;
  let received = 0;
  let broken = false;

  async function pump(
    from: Socket,
    to: Socket,
    take: (bytes: number) => Promise<void>,
    count: (n: number) => void,
  ) {
    for await (const chunk of from) {
      for (let at = 0; at < chunk.length; at += PACKET_BYTES) {
        const packet = chunk.subarray(at, at + PACKET_BYTES);
        await take(packet.length);
        if (to.destroyed) return;
        count(packet.length);
        if (!to.write(packet))
          await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
      }
    }
    to.end();
  }

  const server = createServer((desk) => {
    if (broken) return void desk.destroy();
    const city = connect({ host: target.hostname, port: Number(target.port) });
    const end = (): void => {
      desk.destroy();
      city.destroy();
    };
    for (const socket of [desk, city]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => sockets.delete(socket));
    }
    void pump(desk, city, up, (n) => {
      sent += n;
    }).catch(end);
    void pump(city, desk, down, (n) => {
      received += n;
    }).catch(end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');

  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    sentBytes: () => sent,
    receivedBytes: () => received,
    breakDown: () => {
      broken = true;
      cutAll();
    },
    mend: () => {
      broken = false;
    },
    close: () =>
      new Promise((resolve) => {
        cutAll();
        server.close(() => resolve());
      }),
  };
}
