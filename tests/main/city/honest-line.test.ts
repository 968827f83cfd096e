import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLine, type Line } from '../../../src/main/city/line.ts';
import type { LinePorts } from '../../../src/main/city/ports.ts';
import { firstProxy } from '../../../src/main/city/route.ts';
import { type City, startCity } from '../../city/start-city.ts';
import { type Certificate, makeCertificate } from '../../support/make-certificate.ts';
import { type PracticeDeskAtWork, startPracticeDesk, until } from './practice-desk.ts';

const YEAR = 365 * 86_400_000;
const ago = (years: number): Date => new Date(Date.now() - years * YEAR);
const NAMES = 'DNS:thanh-pho.test,IP:127.0.0.1';

let city: City;
let cityOffsetMs = 0;
let desk: PracticeDeskAtWork;
let line: Line | null = null;
let good: Certificate;
let expired: Certificate;
let future: Certificate;
let stranger: Certificate;
const closing: (() => void)[] = [];

beforeAll(async () => {
  city = await startCity({ desks: 2, now: () => new Date(Date.now() + cityOffsetMs) });
  desk = await startPracticeDesk(city.url, String(city.codes['CN02-Q01']));
  good = await makeCertificate(NAMES, ago(1), ago(-1));
  expired = await makeCertificate(NAMES, ago(3), ago(2));
  future = await makeCertificate(NAMES, ago(-2), ago(-3));
  stranger = await makeCertificate(NAMES, ago(1), ago(-1));
  setDefaultCACertificates([...getCACertificates('default'), good.cert, expired.cert, future.cert]);
}, 120_000);
afterEach(async () => {
  await line?.stop();
  line = null;
  for (const close of closing.splice(0)) close();
  cityOffsetMs = 0;
});
afterAll(async () => {
  await desk.stop();
  await city.stop();
});

/** The city behind TLS with this certificate; `delayMs` before each answer. */
async function behindTls(certificate: Certificate, delayMs = 0): Promise<number> {
  const server = createTlsServer(certificate, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const { host, connection, 'content-length': _l, 'transfer-encoding': _t, ...headers } = request.headers;
    const answer = await fetch(new URL(request.url ?? '/', city.url), {
      method: request.method ?? 'GET',
      headers: { ...(headers as Record<string, string>), 'accept-encoding': 'identity' },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    }).catch(() => null);
    if (answer === null) return response.destroy();
    const type = answer.headers.get('content-type');
    response.writeHead(answer.status, type === null ? {} : { 'content-type': type });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  server.on('tlsClientError', () => undefined); // whoever does not like the certificate hangs up
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy that leads CONNECT to `port` of this machine, or wants a name and a password first. */
async function startProxy(port: number, asksLogin: boolean): Promise<string> {
  const server = createHttpServer();
  const open = new Set<Duplex>();
  server.on('connect', (_request: IncomingMessage, client: Duplex) => {
    open.add(client);
    client.on('error', () => client.destroy());
    if (asksLogin)
      return client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n',
      );
    const target = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    target.on('error', () => client.destroy());
    client.on('close', () => target.destroy());
    return client.pipe(target).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    for (const client of open) client.destroy();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What the desk says of a city at this address, after its first try. */
async function stateAt(cityUrl: string, changes: Partial<LinePorts> = {}): Promise<string> {
  line = createLine({ ...desk.ports, enrolment: { ...desk.enrolment, cityUrl }, ...changes });
  line.start();
  await until(() => line?.status().state !== 'never-tried', 'the first word about the line', 60_000);
  return String(line.status().state);
}

describe('what the line really is', () => {
  it('[LC-55] a certificate that holds: the line is up', { timeout: 90_000 }, async () => {
    await stateAt(`https://127.0.0.1:${await behindTls(good)}`);
    await until(() => line?.status().state === 'up', 'the line', 60_000);
  });

  it('[LC-55] another one’s certificate is told, and no word of the desk goes there', async () => {
    expect(await stateAt(`https://127.0.0.1:${await behindTls(stranger)}`)).toBe('wrong-certificate');
  });

  it('[LC-55] one that has run out, by the city’s own signed time, is the city’s trouble', async () => {
    expect(await stateAt(`https://127.0.0.1:${await behindTls(expired)}`)).toBe('wrong-certificate');
  });

  it('[LC-56] one that has not begun, when the city says that it is two years later, is this machine’s clock', async () => {
    cityOffsetMs = 2.5 * YEAR;
    expect(await stateAt(`https://127.0.0.1:${await behindTls(future)}`)).toBe('wrong-clock');
  });

  it('[LC-57] a proxy that wants a login is told; through one that does not the city is reached', {
    timeout: 90_000,
  }, async () => {
    const port = await behindTls(good);
    const cityUrl = `https://thanh-pho.test:${port}`;
    const closed = await startProxy(port, true);
    expect(await stateAt(cityUrl, { resolveProxy: async () => `PROXY ${closed}; DIRECT` })).toBe(
      'proxy-login',
    );
    await line?.stop();
    const open = await startProxy(port, false);
    await stateAt(cityUrl, { resolveProxy: async () => `PROXY ${open}` });
    await until(() => line?.status().state === 'up', 'the city behind the proxy', 60_000);
  });

  it('[LC-57] what the system says of proxies is read', () => {
    expect(firstProxy('DIRECT')).toBeNull();
    expect(firstProxy('PROXY 10.0.0.1:3128; DIRECT')).toBe('10.0.0.1:3128');
    expect(firstProxy('SOCKS5 10.0.0.1:1080')).toBeNull();
    expect(firstProxy('')).toBeNull();
  });

  it('[LC-18] no network, no name and a closed port are told apart', async () => {
    expect(await stateAt('https://thanh-pho.invalid')).toBe('no-name');
    await line?.stop();
    expect(await stateAt('https://thanh-pho.invalid', { hasNetwork: () => false })).toBe('no-network');
    await line?.stop();
    expect(await stateAt('http://127.0.0.1:9')).toBe('city-unreachable');
  });

  it('[LC-58] a city that takes long to answer is up, and slow', { timeout: 120_000 }, async () => {
    await stateAt(`https://127.0.0.1:${await behindTls(good, 3300)}`);
    await until(() => line?.status().state === 'city-slow', 'being called slow', 100_000);
    expect(line?.status().answerSeconds).toBeGreaterThan(3);
  });
});
