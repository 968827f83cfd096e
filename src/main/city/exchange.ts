import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Route } from './route.ts';

type Agent = ReturnType<Route['agent']>;

/** SYNs go at 0, 1 and 3 s: one that waited longer would start later than a new one after the line's return. */
const CONNECT_MS = 4000;
/** What is bigger is not sent again before the city was asked what it has. */
const MOST_SAID_TWICE = 16 * 1024;
/** And what is bigger than this is not said over a second connection while the first is silent. */
const MOST_SAID_BESIDE = 4 * 1024;
/** The proxy is near, but the city is behind it. */
const CONNECT_THROUGH_PROXY_MS = 12_000;

export type Exchange = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** From the start until the reply is whole. */
  readonly timeoutMs: number;
  /**
   * A kept connection that says nothing for so long is not waited for alone: what is small is said over a fresh one too,
   * and whichever answers counts. A firewall that forgot a connection lets it die without a word. Absent: never.
   */
  readonly silenceMs?: number;
  /** Must reach the city once at most (an assertion serves once): nothing of it is said again. */
  readonly once?: boolean;
  readonly mostReplyBytes: number;
  /** Speak to whoever holds whatever certificate: only for a question whose answer is signed by itself. */
  readonly anyCertificate?: boolean;
};

export type Exchanged = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** On the wire as HTTP sees it, headers and all; what TLS and TCP add is not counted. */
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly tookMs: number;
};

/**
 * Why no reply came, in a code of Node, of TLS or of our own (`connect-timeout`, `reply-timeout`, `reply-too-long`).
 * `stale`: a connection kept from an earlier call had not said a word yet.
 */
export type ExchangeError = Error & { readonly code?: string; readonly stale?: boolean };

const bodyBytes = ({ body }: Exchange): number => body?.length ?? 0;
const failing = (code: string): ExchangeError => Object.assign(new Error(code), { code });

/** One HTTP request and its whole reply. Rejects with an `ExchangeError` when none came; settles always. */
export type MakeExchange = (exchange: Exchange) => Promise<Exchanged>;

export function createExchange(parts: {
  readonly cityUrl: string;
  readonly route: Route;
  readonly signal: AbortSignal;
  readonly nowMs: () => number;
  /** Hears of all traffic, for the quota of a metered line. */
  readonly onBytes: (sent: number, received: number) => void;
}): MakeExchange {
  const send = parts.cityUrl.startsWith('https:') ? httpsRequest : httpRequest;
  const connectMs = (): number => (parts.route.proxy() === null ? CONNECT_MS : CONNECT_THROUGH_PROXY_MS);

  /** `onSilent`: the connection is a kept one and said nothing for `silenceMs`; it is waited for all the same. */
  const over = (agent: Agent, exchange: Exchange, onSilent?: () => void): Promise<Exchanged> =>
    new Promise((resolve, reject) => {
      const startedMs = parts.nowMs();
      const { body } = exchange;
      const request = send(new URL(exchange.path, parts.cityUrl), {
        method: exchange.method,
        agent,
        signal: parts.signal,
        headers: {
          ...exchange.headers,
          ...(body === undefined ? {} : { 'content-length': String(body.length) }),
        },
        // Connections of the two kinds are never mixed: the agent keeps them apart by this very option.
        ...(exchange.anyCertificate === true ? { rejectUnauthorized: false } : {}),
      });
      // `keep-alive` is what HTTP/1.1 means without it: 24 bytes less with every request.
      request.removeHeader('connection');
      let socket: Socket | undefined;
      let before = { sent: 0, received: 0 };
      let settled = false;

      function settle(end: (sentBytes: number, receivedBytes: number) => void): void {
        if (settled) return;
        settled = true;
        clearTimeout(connecting);
        clearTimeout(whole);
        clearTimeout(silent);
        const sentBytes = Math.max(0, (socket?.bytesWritten ?? 0) - before.sent);
        const receivedBytes = Math.max(0, (socket?.bytesRead ?? 0) - before.received);
        parts.onBytes(sentBytes, receivedBytes);
        end(sentBytes, receivedBytes);
      }
      const giveUp = (error: Error): void =>
        settle(() => {
          const nothingCame = socket?.bytesRead === before.received;
          reject(
            request.reusedSocket && nothingCame && !request.destroyed
              ? Object.assign(error, { stale: true })
              : error,
          );
          request.destroy();
        });
      const connecting = setTimeout(() => giveUp(failing('connect-timeout')), connectMs());
      const whole = setTimeout(() => giveUp(failing('reply-timeout')), exchange.timeoutMs);
      let silent: NodeJS.Timeout | undefined;

      request.on('socket', (given) => {
        socket = given;
        before = { sent: given.bytesWritten, received: given.bytesRead };
        if (given.connecting) given.once('connect', () => clearTimeout(connecting));
        else clearTimeout(connecting);
        if (onSilent !== undefined && request.reusedSocket) silent = setTimeout(onSilent, exchange.silenceMs);
      });
      request.on('error', giveUp);
      request.on('response', (response) => {
        clearTimeout(silent);
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length > exchange.mostReplyBytes) giveUp(failing('reply-too-long'));
          else chunks.push(chunk);
        });
        response.on('error', giveUp);
        response.on('close', () => giveUp(failing('ECONNRESET')));
        response.on('end', () => {
          if (!response.complete) return giveUp(failing('ECONNRESET'));
          settle((sentBytes, receivedBytes) =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
              sentBytes,
              receivedBytes,
              tookMs: parts.nowMs() - startedMs,
            }),
          );
        });
      });
      request.end(body);
    });

  /** Over the connection that is there and, where that stays silent, over a fresh one beside it: the first answer counts. */
  async function overKeptOrFresh(exchange: Exchange): Promise<Exchanged> {
    const { route, nowMs } = parts;
    const startedMs = nowMs();
    const agent = route.agent();
    const silence = Promise.withResolvers<'silent'>();
    const kept = over(agent, exchange, () => silence.resolve('silent'));
    const first = await Promise.race([kept.catch(() => null), silence.promise]);
    if (first !== 'silent') return kept;
    const fresh = route.openBeside();
    const beside = over(fresh, exchange).then((came) => {
      // Whatever swallowed the kept one has swallowed the others that were open: the feed's above all.
      if (route.agent() === agent) route.goOnOver(fresh);
      return came;
    });
    try {
      return { ...(await Promise.any([kept, beside])), tookMs: nowMs() - startedMs };
    } catch (neither) {
      throw (neither as AggregateError).errors[0]; // of the kept one
    } finally {
      if (route.agent() !== fresh) fresh.destroy();
    }
  }

  const ask = (exchange: Exchange): Promise<Exchanged> =>
    exchange.silenceMs !== undefined && exchange.once !== true && bodyBytes(exchange) <= MOST_SAID_BESIDE
      ? overKeptOrFresh(exchange)
      : over(parts.route.agent(), exchange);

  return async (exchange) => {
    try {
      return await ask(exchange);
    } catch (error) {
      // A kept connection that the other end had closed just then. Whatever is said to the city may be said twice,
      // unless it says otherwise.
      const { code, stale } = error as ExchangeError; // nothing else is thrown
      const again = code === 'ECONNRESET' && exchange.once !== true && bodyBytes(exchange) <= MOST_SAID_TWICE;
      if (stale === true && again && !parts.signal.aborted) return over(parts.route.agent(), exchange);
      throw error;
    }
  };
}
