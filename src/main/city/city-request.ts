import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { z } from 'zod';
import { CityRefusal } from '../../shared/contracts/city/refusal.ts';
import { type Answer, faultOfError, faultOfStatus, faulty, given, parseRetryAfter } from './line-fault.ts';

const gzipAsync = promisify(gzip);
/** Reference data of the whole city is below 2 MB; more than this is not the city talking. */
const MOST_REPLY_BYTES = 32 * 1024 * 1024;
const SMALLEST_WORTH_ZIPPING = 1024;

export type CityCall<S extends z.ZodType> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly timeoutMs: number;
  readonly reply: S;
};

/** `raw` is the JSON as it came (signatures are over it), `parsed` what the schema made of it. */
export type CityReply<S extends z.ZodType> = {
  readonly raw: unknown;
  readonly parsed: z.output<S>;
  /** Bytes that went out and the time until the reply was whole. */
  readonly sentBytes: number;
  readonly tookMs: number;
};

export type CityRequest = <S extends z.ZodType>(call: CityCall<S>) => Promise<Answer<CityReply<S>>>;

async function readBounded(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MOST_REPLY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return null; // not JSON is an answer too: the caller says what it means
  }
}

/** One HTTP call to the city. Never throws and always settles: whatever comes back is an answer or a named fault. */
export function createCityRequest(parts: {
  readonly cityUrl: string;
  readonly signal: AbortSignal;
  readonly hasNetwork: () => boolean;
  readonly nowMs: () => number;
}): CityRequest {
  return async ({ method, path, body, token, timeoutMs, reply }) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const zipped =
      text !== undefined && text.length >= SMALLEST_WORTH_ZIPPING ? await gzipAsync(text) : undefined;
    const startedMs = parts.nowMs();
    try {
      const response = await fetch(new URL(path, parts.cityUrl), {
        method,
        // A redirect is never followed: the city does not redirect, portals do.
        redirect: 'manual',
        signal: AbortSignal.any([parts.signal, AbortSignal.timeout(timeoutMs)]),
        headers: {
          accept: 'application/json',
          ...(text === undefined ? {} : { 'content-type': 'application/json' }),
          ...(zipped === undefined ? {} : { 'content-encoding': 'gzip' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(text === undefined ? {} : { body: zipped ?? text }),
      });
      const came = await readBounded(response);
      const json = came === null ? null : parseJson(came);
      if (!response.ok) {
        const refusal = CityRefusal.safeParse(json?.json);
        const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), parts.nowMs());
        return {
          ok: false,
          fault: faultOfStatus(response.status, refusal.success ? refusal.data.code : null, retryAfterMs),
        };
      }
      if (!/\bjson\b/.test(response.headers.get('content-type') ?? ''))
        return faulty('not-the-city', 'no-json', { status: response.status });
      if (json === null) return faulty('city-failing', 'broken-json', { status: response.status });
      const parsed = reply.safeParse(json.json);
      if (!parsed.success) return faulty('not-the-city', 'strange-reply', { status: response.status });
      return given({
        raw: json.json,
        parsed: parsed.data,
        sentBytes: zipped?.length ?? Buffer.byteLength(text ?? ''),
        tookMs: parts.nowMs() - startedMs,
      });
    } catch (error) {
      if (parts.signal.aborted) return faulty('stopped', 'stopped');
      return { ok: false, fault: faultOfError(error, parts.hasNetwork()) };
    }
  };
}
