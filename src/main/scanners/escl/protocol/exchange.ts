import { type IncomingHttpHeaders, type IncomingMessage, request as sendHttp } from 'node:http';
import { ok, type Result } from '../../../../shared/base/result.ts';
import { type ScannerFailure, scannerFailure } from '../../scanner-failure.ts';
import { openLine, type ScannerLine } from './scanner-line.ts';

/** A scanner's eSCL root, ending in `/`, and the certificate that is remembered for it. */
export type EsclTarget = { readonly base: URL; readonly pin: string | null };

export type Asked = {
  readonly target: EsclTarget;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the root, or from `/` on this host: nothing that a scanner says leads to another host. */
  readonly path: string;
  readonly body?: string;
  /** Longest silence, from the connection on. */
  readonly silenceMs: number;
  readonly signal?: AbortSignal | undefined;
};

export type Answer<T> = Pick<ScannerLine, 'line' | 'fingerprint'> & {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: T;
};

/** Descriptions are some 10 kB; a device that goes on talking is not heard out. */
const TEXT_BYTES = 1024 * 1024;

/**
 * One request, one answer, one connection: devices often forget connections that they were asked to keep. `read` takes
 * the body and is the only thing that may throw for reasons of its own (a full disk).
 * Failures: `scanner-gone` (not there, or the line was cut), `scanner-hung`, `scan-cancelled`, `scanner-certificate-changed`,
 * `scanner-answer-garbled` (not HTTP, or too much).
 */
export async function exchange<T>(
  asked: Asked,
  read: (response: IncomingMessage) => Promise<T>,
): Promise<Result<Answer<T>, ScannerFailure>> {
  const url = new URL(asked.path, asked.target.base);
  const scanner = url.host;
  const silent = new AbortController();
  const watchdog = setTimeout(() => silent.abort(), asked.silenceMs);
  const signal = asked.signal === undefined ? silent.signal : AbortSignal.any([silent.signal, asked.signal]);
  const brokenBy = (thrown: unknown) => {
    if (asked.signal?.aborted) return scannerFailure('scan-cancelled');
    if (silent.signal.aborted) return scannerFailure('scanner-hung', { scanner });
    const said = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    return scannerFailure(said.startsWith('HPE_') ? 'scanner-answer-garbled' : 'scanner-gone', {
      scanner,
      said,
    });
  };
  try {
    const opened = await openLine(url, asked.target.pin, signal);
    if (!opened.ok) return signal.aborted ? brokenBy(null) : opened;
    const { socket, line, fingerprint } = opened.value;
    try {
      const response = await send(asked, url, socket, signal).catch(brokenBy);
      if ('ok' in response) return response;
      response.on('data', () => watchdog.refresh());
      const body = await read(response);
      return ok({ status: response.statusCode ?? 0, headers: response.headers, body, line, fingerprint });
    } catch (thrown) {
      if (isOfTheDisk(thrown)) throw thrown;
      if (thrown instanceof TooMuch)
        return scannerFailure('scanner-answer-garbled', { scanner, said: 'too much' });
      return brokenBy(thrown);
    } finally {
      socket.destroy();
    }
  } finally {
    clearTimeout(watchdog);
  }
}

/** What `read` may throw of its own. */
const isOfTheDisk = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT');

function send(
  asked: Asked,
  url: URL,
  socket: ScannerLine['socket'],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = sendHttp({
      method: asked.method,
      path: url.pathname + url.search,
      headers: {
        host: url.host,
        connection: 'close',
        ...(asked.body === undefined
          ? {}
          : { 'content-type': 'text/xml; charset=utf-8', 'content-length': Buffer.byteLength(asked.body) }),
      },
      createConnection: () => socket,
      signal,
    });
    sent.on('response', resolve).on('error', reject).end(asked.body);
  });
}

class TooMuch extends Error {}

/** The body as text, up to 1 MB. */
export async function readText(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    length += part.length;
    if (length > TEXT_BYTES) throw new TooMuch();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** How long a scanner that is not ready asks to wait: its own words in seconds, within reason. */
export function retryAfterMs(headers: IncomingHttpHeaders): number {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(10_000, Math.max(200, seconds * 1000)) : 1000;
}
