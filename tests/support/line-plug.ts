import { connect, createServer, type Socket } from 'node:net';

/** Where the line breaks: while the request goes out, before the reply's first byte, within it, after its last. */
export type CutPlace = 'inside-request' | 'before-reply' | 'inside-reply' | 'after-reply';

export type LineCut = {
  /** Matched against `METHOD /path?query`. */
  readonly call: RegExp;
  readonly place: CutPlace;
  /** How far into the request or reply, 0…1. */
  readonly share: number;
};

export type LinePlug = {
  /** What the desk is told is the city. The port stays the same through unplugging. */
  readonly url: string;
  /** Cuts every connection and refuses new ones. */
  readonly unplug: () => Promise<void>;
  readonly plugIn: () => Promise<void>;
  /** Every connection of now leads nowhere and nobody is told, as after a night in which a router forgot it. */
  readonly forget: () => void;
  /** Lets the next `count` requests that begin with `start` through to the city, and cuts the line instead of their replies. */
  readonly loseReplies: (count: number, start: string) => void;
  /** Cuts everything, once, at the next call that matches; null takes it back. */
  readonly cutAt: (cut: LineCut | null) => void;
  /** How often `cutAt` met its call. */
  readonly cutsMade: () => number;
  /** Cuts everything, once, after so many more bytes went to the city. */
  readonly cutAfterSending: (bytes: number) => void;
  /** Points the plug at another city, e.g. one that was started again on another port. */
  readonly aim: (targetUrl: string) => void;
  /** Bytes that went to the city so far. */
  readonly sentBytes: () => number;
  readonly close: () => Promise<void>;
};

/** A reply after which nothing came for so long has ended. */
const QUIET_MS = 15;

/** A plain TCP line between desk and city that can be unplugged, as a plug is pulled from the wall. */
export async function startLinePlug(targetUrl: string): Promise<LinePlug> {
  let target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  const forgotten = new WeakSet<Socket>();
  let lose = { count: 0, start: '' };
  let cutAfter = Number.POSITIVE_INFINITY;
  let sent = 0;
  let awaited: LineCut | null = null;
  let cutsMade = 0;

  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };

  const server = createServer((desk) => {
    const city = connect({ host: target.hostname, port: Number(target.port) });
    for (const [one, other] of [
      [desk, city],
      [city, desk],
    ] as const) {
      sockets.add(one);
      const ends = (): void => void (forgotten.has(one) || other.destroy());
      one.on('error', ends);
      one.on('close', () => {
        sockets.delete(one);
        ends();
      });
      one.on('end', () => forgotten.has(one) || other.end());
    }
    let doomed = false;
    let met: LineCut | null = null;
    let quiet: NodeJS.Timeout | undefined;
    desk.on('data', (chunk) => {
      if (forgotten.has(desk)) return;
      // A request begins with a chunk of its own: nobody sends the next one before the reply.
      const call = /^([A-Z]+ \S+) HTTP\/1\.1\r\n/.exec(chunk.subarray(0, 2000).toString('latin1'))?.[1];
      if (awaited !== null && call !== undefined && awaited.call.test(call)) {
        met = awaited;
        awaited = null;
        cutsMade += 1;
        if (met.place === 'inside-request') {
          city.end(chunk.subarray(0, Math.floor(chunk.length * met.share)), () => setTimeout(cutAll, 5));
          return;
        }
      }
      if (lose.count > 0 && chunk.toString('latin1').startsWith(lose.start)) {
        lose = { ...lose, count: lose.count - 1 };
        doomed = true;
      }
      sent += chunk.length;
      cutAfter -= chunk.length;
      if (cutAfter > 0) {
        if (!city.write(chunk)) desk.pause();
        return;
      }
      // What was on the wire before the cut still arrives.
      const whole = chunk.length + cutAfter;
      cutAfter = Number.POSITIVE_INFINITY;
      city.end(chunk.subarray(0, whole), () => setTimeout(cutAll, 30));
    });
    city.on('drain', () => desk.resume());
    city.on('data', (chunk) => {
      if (forgotten.has(city)) return;
      if (doomed) {
        desk.destroy();
        return;
      }
      if (met === null) return void desk.write(chunk);
      const { place, share } = met;
      // What the city says to half a request does not reach anybody either.
      if (place === 'inside-request') return;
      if (place === 'before-reply') return cutAll();
      if (place === 'inside-reply') {
        // At least one byte of it comes, and never the whole.
        desk.end(
          chunk.subarray(0, Math.max(1, Math.min(chunk.length - 1, Math.floor(chunk.length * share)))),
        );
        setTimeout(cutAll, 5);
        return;
      }
      desk.write(chunk);
      clearTimeout(quiet);
      quiet = setTimeout(cutAll, QUIET_MS);
    });
  });

  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      cutAll();
    });

  const port = await listenAside(listen);
  return {
    url: `http://127.0.0.1:${port}`,
    unplug: close,
    plugIn: async () => {
      if (!server.listening) await listen(port);
    },
    forget: () => {
      for (const socket of sockets) forgotten.add(socket);
    },
    loseReplies: (count, start) => {
      lose = { count, start };
    },
    cutAt: (cut) => {
      awaited = cut;
    },
    cutsMade: () => cutsMade,
    cutAfterSending: (bytes) => {
      cutAfter = bytes;
    },
    aim: (url) => {
      target = new URL(url);
    },
    sentBytes: () => sent,
    close,
  };
}

/** Below what systems give to those who ask for any port (from 32768 on): nobody takes it while the line is unplugged. */
const ASIDE = { from: 20_000, count: 10_000 } as const;
const MOST_TRIES = 50;

/** Listens on a free port of those and gives it. */
async function listenAside(listen: (port: number) => Promise<void>): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const port = ASIDE.from + Math.floor(Math.random() * ASIDE.count);
    try {
      await listen(port);
      return port;
    } catch (thrown) {
      const taken = thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE';
      if (!taken || tries === MOST_TRIES) throw thrown;
    }
  }
}
