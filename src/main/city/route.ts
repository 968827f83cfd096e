import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** What `session.resolveProxy` of Electron says of an address: `DIRECT` or `PROXY host:port; DIRECT`, first wins. */
export type ResolveProxy = (url: string) => Promise<string>;

/** The way to the city: connections kept open between calls, through the system's proxy where it has one. */
export type Route = {
  readonly agent: () => HttpAgent | HttpsAgent;
  /** Asks the system again which proxy there is; what changed counts from the next call on. */
  readonly renew: () => Promise<void>;
  /** `host:port` of the proxy in use; null when the way is direct. */
  readonly proxy: () => string | null;
  /** Lets go of every connection: after a fault one that is still open may lead nowhere. */
  readonly startAfresh: () => void;
  /** Connections beside those in use, for one question to which those give no answer; `destroy` lets go of them. */
  readonly openBeside: () => HttpAgent | HttpsAgent;
  /** Goes on over those and lets go of all that were in use. */
  readonly goOnOver: (beside: HttpAgent | HttpsAgent) => void;
};

/** More than this at once a slow line does not need and a city of 500 desks does not want. */
const MOST_CONNECTIONS = 8;
/** Proxies and firewalls forget quiet connections after about a minute; a fresh one is cheaper than a reset. */
const KEPT_OPEN_MS = 30_000;

/** This very machine: only a practice city is there. `hostname` as `URL` gives it. */
export const isLoopback = (hostname: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** `PROXY a:3128; DIRECT` → `a:3128`; null for `DIRECT` and for kinds that HTTP cannot go through (SOCKS). */
export function firstProxy(said: string): string | null {
  const [first = ''] = said.split(';');
  return /^\s*(?:PROXY|HTTPS?)\s+(\S+)\s*$/i.exec(first)?.[1] ?? null;
}

/**
 * Opens the way to `cityUrl`. Node's own clients know no system proxy, so main hands in Electron's `resolveProxy`; a
 * city on this very machine (practice) is always reached directly.
 */
export function createRoute(parts: {
  readonly cityUrl: string;
  readonly resolveProxy?: ResolveProxy | undefined;
  readonly log: (what: string, facts?: Readonly<Record<string, string | number>>) => void;
}): Route {
  const { protocol, hostname } = new URL(parts.cityUrl);
  let proxy: string | null = null;
  let agent = openAgent();

  function openAgent() {
    const options = {
      keepAlive: true,
      timeout: KEPT_OPEN_MS,
      maxSockets: MOST_CONNECTIONS,
      ...(proxy === null
        ? {}
        : { proxyEnv: { HTTP_PROXY: `http://${proxy}`, HTTPS_PROXY: `http://${proxy}` } }),
    };
    return protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
  }

  function goOnOver(other: typeof agent): void {
    const before = agent;
    agent = other;
    before.destroy();
  }

  return {
    agent: () => agent,
    renew: async () => {
      if (parts.resolveProxy === undefined || isLoopback(hostname)) return;
      const said = await parts.resolveProxy(parts.cityUrl).catch(() => 'DIRECT');
      const now = firstProxy(said);
      if (now === proxy) return;
      parts.log('proxy-changed', { proxy: now ?? 'direct' });
      proxy = now;
      goOnOver(openAgent());
    },
    proxy: () => proxy,
    startAfresh: () => goOnOver(openAgent()),
    openBeside: openAgent,
    goOnOver,
  };
}
