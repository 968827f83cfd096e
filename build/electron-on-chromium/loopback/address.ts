/**
 * `app://desk/x` is shown by Chromium as `http://desk.app.localhost/x`: hosts under `.localhost` are potentially
 * trustworthy origins, and with `--host-resolver-rules` the port is no part of the origin, so IndexedDB stays
 * the same over restarts. Everything in the main process sees `app://…`.
 */
const schemes = new Set<string>();

export const addScheme = (scheme: string): void => {
  schemes.add(scheme);
};

const parse = (url: string): URL | undefined => (URL.canParse(url) ? new URL(url) : undefined);
const schemeOf = (url: URL): string => url.protocol.slice(0, -1);

export const hostFor = (scheme: string, host: string): string => `${host || 'index'}.${scheme}.localhost`;

/** app://desk/x → http://desk.app.localhost/x; other URLs unchanged. */
export function toChromiumUrl(url: string): string {
  const parsed = parse(url);
  if (!parsed || !schemes.has(schemeOf(parsed))) return url;
  const path = parsed.pathname || '/';
  return `http://${hostFor(schemeOf(parsed), parsed.host)}${path}${parsed.search}${parsed.hash}`;
}

/** http://desk.app.localhost/x → app://desk/x; other texts unchanged. */
export function toAppUrl(text: string): string {
  const found = /^http:\/\/([^/:]+)\.([a-z][a-z0-9+-]*)\.localhost(?::\d+)?(\/.*)?$/i.exec(text);
  const [, host, scheme, path] = found ?? [];
  if (host === undefined || scheme === undefined || !schemes.has(scheme)) return text;
  // An Origin header has no path, a URL always has one.
  return `${scheme}://${host}${path ?? ''}`;
}

/** The scheme and host that a Host header of the loopback server stands for. */
export function findSchemeAndHost(httpHost: string): { scheme: string; host: string } | undefined {
  const [, host, scheme] = /^(.+)\.([a-z][a-z0-9+-]*)\.localhost(?::\d+)?$/i.exec(httpHost) ?? [];
  return host !== undefined && scheme !== undefined && schemes.has(scheme) ? { scheme, host } : undefined;
}

/** `app://desk` for `app://desk/x`; the usual origin for http and the like. */
export function originOf(url: string): string {
  const parsed = parse(url);
  if (!parsed) return 'null';
  return schemes.has(schemeOf(parsed)) ? `${parsed.protocol}//${parsed.host}` : parsed.origin;
}

/** `app:` and `app://host` sources of a Content-Security-Policy in Chromium's terms. */
export const toChromiumPolicy = (policy: string): string =>
  policy
    .replace(/\b([a-z][a-z0-9+-]*):(?=[\s;]|$)/g, (source, scheme: string) =>
      schemes.has(scheme) ? `http://*.${scheme}.localhost` : source,
    )
    .replace(/\b([a-z][a-z0-9+-]*):\/\/([^\s;]+)/g, (source, scheme: string, host: string) =>
      schemes.has(scheme) ? `http://${hostFor(scheme, host)}` : source,
    );
