import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

/** What stands between desk and city and does not do what it should. */
export type Strangeness =
  | 'honest'
  | 'portal-html'
  | 'redirect'
  | 'error-500'
  | 'busy-503'
  | 'busy-429'
  | 'half-open'
  | 'reset'
  | 'twice'
  | 'late'
  | 'trickle'
  | 'truncated-json'
  | 'wrong-length'
  | 'forged-signature'
  | 'old-words'
  | 'nothing-new';

const PORTAL = '<!doctype html><title>Đăng nhập Wi-Fi</title><form>Xin mời đăng nhập</form>';

/** Changes one letter of every signature, or of what was signed. */
const forge = (text: string): string =>
  text.replaceAll(/"signature":"(.)/g, (_all, first: string) => `"signature":"${first === 'A' ? 'B' : 'A'}`);

/** Key and certificate, PEM. */
export type Identity = { readonly key: string; readonly cert: string };

const LATE_MS = 500;
const TRICKLE = { pieces: 12, pauseMs: 40 };
const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

/** A reset where the socket can say one; within TLS an end without a farewell. */
function breakOff({ socket }: ServerResponse): void {
  if (socket === null || 'encrypted' in socket) socket?.destroy();
  else socket.resetAndDestroy();
}

/**
 * An HTTP proxy that is strange for the paths that `matches` names and honest for all others.
 * `half-open`: takes the request and never says a word, until it is told to be something else. `reset`: breaks off within
 * the reply. `twice`: brings the request to the city twice and gives the first answer back, as a retrying box between does.
 * `late`: half a second later. `trickle`: the reply in small pieces with pauses. `nothing-new`: answers a feed at once,
 * without waiting and without a word.
 * `old-words`: answers with the first reply it ever saw on that path, as a replaying attacker would.
 */
export async function startStrangeProxy(cityUrl: string, identity?: Identity) {
  let target = cityUrl;
  const silent = new Set<ServerResponse>();
  let how: Strangeness = 'honest';
  let matches = /./;
  let met = 0;
  const firstReplies = new Map<string, string>();

  async function answerOne(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
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
    if (strange && how === 'busy-429') return response.writeHead(429, { 'retry-after': '1' }).end();
    if (strange && how === 'half-open') return silent.add(response);
    if (strange && how === 'late') await pause(LATE_MS);
    const {
      host,
      connection,
      'content-length': _length,
      'transfer-encoding': _encoding,
      ...headers
    } = request.headers;
    const deliver = () =>
      fetch(new URL(path, target), {
        method: request.method ?? 'GET',
        headers: headers as Record<string, string>,
        ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
      }).catch(() => null);
    const answer = await deliver();
    if (answer === null) return response.destroy();
    // A question that waits for an answer (the feed) is not asked twice: the second would only wait.
    if (strange && how === 'twice' && request.method !== 'GET') await (await deliver())?.arrayBuffer();
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
    if (strange && how === 'reset' && bytes.length === 0) return breakOff(response);
    if (!strange || bytes.length === 0) return response.writeHead(answer.status, kept).end(bytes);
    if (how === 'twice' || how === 'late') return response.writeHead(answer.status, kept).end(bytes);
    if (how === 'reset') {
      response.writeHead(answer.status, { ...kept, 'content-length': String(bytes.length) });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
      return setTimeout(() => breakOff(response), 20);
    }
    if (how === 'trickle') {
      response.writeHead(answer.status, { ...kept, 'content-length': String(bytes.length) });
      const size = Math.ceil(bytes.length / TRICKLE.pieces);
      for (let at = 0; at < bytes.length; at += size) {
        response.write(bytes.subarray(at, at + size));
        await pause(TRICKLE.pauseMs);
      }
      return response.end();
    }
    if (how === 'truncated-json')
      return response.writeHead(answer.status, kept).end(bytes.subarray(0, Math.floor(bytes.length / 2)));
    if (how === 'wrong-length') {
      response.writeHead(answer.status, { ...kept, 'content-length': String(bytes.length + 500) });
      response.write(bytes);
      return setTimeout(() => response.destroy(), 50);
    }
    const changed = how === 'old-words' ? (firstReplies.get(plainPath) ?? text) : forge(text);
    return response.writeHead(answer.status, kept).end(changed);
  }
  /** A desk that dies in the middle of its request ends it for the proxy too. */
  const answer = (request: IncomingMessage, response: ServerResponse): void =>
    void answerOne(request, response).catch(() => response.destroy());
  const server = identity === undefined ? createServer(answer) : createTlsServer(identity, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `${identity === undefined ? 'http' : 'https'}://127.0.0.1:${address.port}`,
    /** Points the proxy at another city, e.g. one that was started again. */
    aim: (url: string) => {
      target = url;
    },
    /** Shows another certificate from the next connection on, and cuts those that are open. */
    becomeSomebodyElse: (other: Identity) => {
      if (!('setSecureContext' in server)) throw new Error('without TLS there is no certificate');
      server.setSecureContext(other);
      server.closeAllConnections();
    },
    /** Be strange in this way for paths that match; counts from zero how often it was. */
    be: (strangeness: Strangeness, paths = /./) => {
      how = strangeness;
      matches = paths;
      met = 0;
      for (const response of silent) response.destroy();
      silent.clear();
    },
    timesStrange: () => met,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
