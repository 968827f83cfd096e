import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { capabilitiesXml, statusXml } from './escl/escl-documents.ts';

/** What goes wrong, and where; sheets and pages count from 1. */
export type EsclFaults = {
  /** At this page the feeder says so in its state, and NextDocument answers `status` (503: for as long as it is asked). */
  readonly stuckAt?: { readonly page: number; readonly adfState: string; readonly status: number };
  /** NextDocument of this page never answers. */
  readonly hangAt?: number;
  /** The connection is cut after half of this page. */
  readonly cutAt?: number;
  /** Half of this page, with a length to match. */
  readonly halfAt?: number;
  /** So many times 503 before a job is taken, and before each page. */
  readonly busyTimes?: number;
  readonly notReadyTimes?: number;
  /** What ScannerCapabilities gives instead. */
  readonly capabilities?: 'garbage' | 'huge' | 'deep' | 'hang' | 'another-document';
  /** Jobs are named with another host's address. */
  readonly foreignLocation?: boolean;
};

export type EsclServer = {
  /** `http://127.0.0.1:PORT/eSCL` */
  readonly url: string;
  readonly port: number;
  readonly uuid: string;
  faults: EsclFaults;
  /** Sides in the feeder, in the order in which they are read. */
  stack: readonly Buffer[];
  /** Every request, as `GET /eSCL/ScannerStatus`; bodies of jobs. */
  readonly log: readonly string[];
  readonly jobs: readonly string[];
  readonly close: () => Promise<void>;
};

export type EsclServerOptions = {
  readonly name?: string;
  readonly uuid?: string;
  readonly stack?: readonly Buffer[];
  readonly glass?: Buffer;
  readonly duplex?: boolean;
  readonly feeder?: boolean;
  readonly resolutions?: readonly number[];
  readonly tls?: { readonly key: string; readonly cert: string };
};

type Job = { readonly feeder: boolean; readonly waiting: { left: number }; taken: number; ended: boolean };

/**
 * A network scanner to test against: the published eSCL protocol over HTTP or HTTPS, with a feeder of given pictures. The
 * independent client sane-airscan accepts it, which a test shows.
 */
export async function startEsclServer(options: EsclServerOptions = {}): Promise<EsclServer> {
  const { name = 'Practice MFP', uuid = '4509a320-00a0-008f-00b6-002507510eca', glass } = options;
  const log: string[] = [];
  const bodies: string[] = [];
  const jobs = new Map<string, Job>();
  const sockets = new Set<Socket>();
  let busy = 0;
  let stuck: string | null = null;

  const capabilities = (): string => {
    switch (server.faults.capabilities) {
      case 'garbage':
        return '<scan:ScannerCapabilities><unclosed &&& \u0000';
      case 'huge':
        return `<a>${'<b>x</b>'.repeat(400_000)}</a>`;
      case 'deep':
        return `${'<ScannerCapabilities>'.repeat(50_000)}${'</ScannerCapabilities>'.repeat(50_000)}`;
      case 'another-document':
        return '<html><body>Login</body></html>';
      default:
        return capabilitiesXml({
          name,
          uuid,
          feeder: true,
          duplex: true,
          resolutions: [200, 300, 600],
          ...options,
        });
    }
  };
  // gone when the officer has cleared it
  const adfState = (): string =>
    (server.faults.stuckAt === undefined ? null : stuck) ??
    (server.stack.length > 0 ? 'ScannerAdfLoaded' : 'ScannerAdfEmpty');
  const answer = (
    response: ServerResponse,
    status: number,
    body = '',
    headers: Record<string, string> = {},
  ): ServerResponse => response.writeHead(status, { 'content-type': 'text/xml', ...headers }).end(body);

  function takeJob(body: string, request: IncomingMessage, response: ServerResponse): unknown {
    if (busy < (server.faults.busyTimes ?? 0)) {
      busy++;
      return answer(response, 503, '', { 'retry-after': '0' });
    }
    const feeder = /InputSource>Feeder</.test(body);
    stuck = null;
    if (feeder && server.stack.length === 0) return answer(response, 409);
    bodies.push(body);
    const id = String(jobs.size + 1);
    jobs.set(id, { feeder, taken: 0, ended: false, waiting: { left: server.faults.notReadyTimes ?? 0 } });
    const host = server.faults.foreignLocation ? 'scanner.invalid:9' : request.headers.host;
    answer(response, 201, '', { location: `http://${host}/eSCL/ScanJobs/${id}` });
  }

  function nextDocument(job: Job, response: ServerResponse): unknown {
    if (job.waiting.left > 0) {
      job.waiting.left--;
      return answer(response, 503, '', { 'retry-after': '0' });
    }
    const page = job.taken + 1;
    const { stuckAt, hangAt, cutAt, halfAt, notReadyTimes = 0 } = server.faults;
    if (stuckAt?.page === page) {
      stuck = stuckAt.adfState;
      return answer(response, stuckAt.status, '', { 'retry-after': '0' });
    }
    if (hangAt === page) return;
    const picture = job.feeder ? server.stack[0] : job.taken === 0 ? glass : undefined;
    if (picture === undefined || job.ended) return answer(response, 404);
    job.taken++;
    job.waiting.left = notReadyTimes;
    if (job.feeder) server.stack = server.stack.slice(1);
    const half = picture.subarray(0, picture.length >> 1);
    const sent = halfAt === page ? half : picture;
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': String(sent.length) });
    if (cutAt === page) response.write(half, () => setTimeout(() => response.destroy(), 50));
    else response.end(sent);
  }

  function route(request: IncomingMessage, body: string, response: ServerResponse): void {
    const { method, url = '' } = request;
    log.push(`${method} ${url}`);
    const [, id, rest] = /^\/eSCL\/ScanJobs\/(\d+)(\/NextDocument)?$/.exec(url) ?? [];
    const job = jobs.get(id ?? '');
    if (method === 'GET' && url === '/eSCL/ScannerCapabilities') {
      if (server.faults.capabilities !== 'hang') answer(response, 200, capabilities());
    } else if (method === 'GET' && url === '/eSCL/ScannerStatus')
      answer(response, 200, statusXml(adfState()));
    else if (method === 'POST' && url === '/eSCL/ScanJobs') takeJob(body, request, response);
    else if (job !== undefined && method === 'GET' && rest !== undefined) nextDocument(job, response);
    else if (job !== undefined && method === 'DELETE') {
      job.ended = true;
      answer(response, 200);
    } else answer(response, 404);
  }

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.setEncoding('utf8').on('data', (part) => {
      body += part;
    });
    request.on('end', () => route(request, body, response));
  };
  const listener =
    options.tls === undefined ? createServer(onRequest) : createTlsServer(options.tls, onRequest);
  listener.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  // listening on a port, so it has an address of that kind
  const { port } = listener.address() as AddressInfo;
  const server: EsclServer = {
    url: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/eSCL`,
    port,
    uuid,
    faults: {},
    stack: options.stack ?? [],
    log,
    jobs: bodies,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
  return server;
}
