import { createServer } from 'node:http';

/** What stands between desk and city and does not do what it should. */
export type Strangeness =
  | 'honest'
  | 'portal-html'
  | 'redirect'
  | 'error-500'
  | 'busy-503'
  | 'truncated-json'
  | 'wrong-length'
  | 'forged-signature'
  | 'old-words'
  | 'nothing-new';

const PORTAL = '<!doctype html><title>Đăng nhập Wi-Fi</title><form>Xin mời đăng nhập</form>';

/** Changes one letter of every signature, or of what was signed. */
const forge = (text: string): string =>
  text.replaceAll(/"signature":"(.)/g, (_all, first: string) => `"signature":"${first === 'A' ? 'B' : 'A'}`);

/**
 * An HTTP proxy that is strange for the paths that `matches` names and honest for all others.
 * `nothing-new`: answers a feed at once, without waiting and without a word.
 * `old-words`: answers with the first reply it ever saw on that path, as a replaying attacker would.
 */
export async function startStrangeProxy(cityUrl: string) {
  let how: Strangeness = 'honest';
  let matches = /./;
  let met = 0;
  const firstReplies = new Map<string, string>();

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = request.url ?? '/';
    const strange = how !== 'honest' && matches.test(path);
    if (strange) met += 1;
    if (strange && how === 'portal-html')
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PORTAL);
    if (strange && how === 'redirect')
      return response.writeHead(302, { location: 'http://127.0.0.1:9/login' }).end();
    if (strange && how === 'error-500')
      return response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Internal Server Error</h1>');
    if (strange && how === 'busy-503') return response.writeHead(503, { 'retry-after': '2' }).end();
    const {
      host,
      connection,
      'content-length': _length,
      'transfer-encoding': _encoding,
      ...headers
    } = request.headers;
    const answer = await fetch(new URL(path, cityUrl), {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    }).catch(() => null);
    if (answer === null) return response.destroy();
    const bytes = Buffer.from(await answer.arrayBuffer());
    const kept: Record<string, string> = {};
    for (const [name, value] of answer.headers)
      if (
        !['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'].includes(
          name,
        )
      )
        kept[name] = value;
    const plainPath = path.replace(/\?.*/, '');
    const text = bytes.toString('utf8');
    if (answer.ok && !firstReplies.has(plainPath)) firstReplies.set(plainPath, text);
    if (!strange || bytes.length === 0) return response.writeHead(answer.status, kept).end(bytes);
    if (how === 'truncated-json')
      return response.writeHead(answer.status, kept).end(bytes.subarray(0, Math.floor(bytes.length / 2)));
    if (how === 'wrong-length') {
      response.writeHead(answer.status, { ...kept, 'content-length': String(bytes.length + 500) });
      response.write(bytes);
      return setTimeout(() => response.destroy(), 50);
    }
    const changed = how === 'old-words' ? (firstReplies.get(plainPath) ?? text) : forge(text);
    response.writeHead(answer.status, kept).end(changed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** Be strange in this way for paths that match; counts from zero how often it was. */
    be: (strangeness: Strangeness, paths = /./) => {
      how = strangeness;
      matches = paths;
      met = 0;
    },
    timesStrange: () => met,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
