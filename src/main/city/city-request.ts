import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { z } from 'zod';
import { CityRefusal } from '../../shared/contracts/city/refusal.ts';
import type { Exchanged, MakeExchange } from './exchange.ts';
import { faultOfError, faultOfStatus, faultOfStrangeSuccess } from './find-fault.ts';
import { type Answer, faulty, given } from './line-fault.ts';
import { codeBody } from './request-coding.ts';

const gunzipAsync = promisify(gunzip);
/** Reference data of the whole city is below 2 MB; more than this is not the city talking. */
const MOST_REPLY_BYTES = 32 * 1024 * 1024;

export type CityCall<S extends z.ZodType> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** What goes alone where all of `body`, coded, is longer than `mostBytes`; the caller sends the rest after it. */
  readonly beginning?: { readonly mostBytes: number; readonly body: unknown };
  readonly token?: string;
  readonly timeoutMs: number;
  readonly reply: S;
  /** The city is asked to wait before it answers: how long it took says nothing of it. */
  readonly waits?: boolean;
  /** Must reach the city once at most. */
  readonly once?: boolean;
  /** Speak to whoever holds whatever certificate: only for what is answered with a signature. */
  readonly anyCertificate?: boolean;
};

/** `raw` is the JSON as it came (signatures are over it), `parsed` what the schema made of it. */
export type CityReply<S extends z.ZodType> = {
  readonly raw: unknown;
  readonly parsed: z.output<S>;
  /** Only the `beginning` went. */
  readonly onlyBeginning: boolean;
  /** Bytes that went out and the time until the reply was whole. */
  readonly sentBytes: number;
  readonly tookMs: number;
};

export type CityRequest = <S extends z.ZodType>(call: CityCall<S>) => Promise<Answer<CityReply<S>>>;

async function textOf({ headers, body }: Exchanged): Promise<string | null> {
  if (headers['content-encoding'] !== 'gzip') return body.toString('utf8');
  try {
    return (await gunzipAsync(body, { maxOutputLength: MOST_REPLY_BYTES })).toString('utf8');
  } catch {
    return null; // broken or endless: no answer to be read
  }
}

function parseJson(text: string | null): { readonly json: unknown } | null {
  try {
    return text === null ? null : { json: JSON.parse(text) };
  } catch {
    return null; // not JSON is an answer too: the caller says what it means
  }
}

async function bodyOf(call: CityCall<z.ZodType>, withDictionary: boolean) {
  const { body, beginning } = call;
  if (body === undefined) return { coded: null, onlyBeginning: false };
  const coded = await codeBody(JSON.stringify(body), withDictionary);
  if (beginning === undefined || coded.bytes.length <= beginning.mostBytes)
    return { coded, onlyBeginning: false };
  return { coded: await codeBody(JSON.stringify(beginning.body), withDictionary), onlyBeginning: true };
}

/** One JSON call to the city. Never throws and always settles: whatever comes back is an answer or a named fault. */
export function createCityRequest(parts: {
  readonly exchange: MakeExchange;
  readonly signal: AbortSignal;
  readonly hasNetwork: () => boolean;
  /** How long a kept connection may be silent, by what is known of the city; undefined where it is slow. */
  readonly silenceMs?: () => number | undefined;
  /** How long the city let a call of few bytes wait for its whole answer. */
  readonly onAnswered?: (tookMs: number) => void;
}): CityRequest {
  /** Whether the city has our dictionary: it says so with its replies (RFC 7694), and by 415 when it has another. */
  let takesDictionary = false;
  let dictionaryRefused = false;

  async function ask<S extends z.ZodType>(call: CityCall<S>, withDictionary: boolean) {
    const { method, path, token, timeoutMs, anyCertificate, once } = call;
    const { coded, onlyBeginning } = await bodyOf(call, withDictionary);
    const silenceMs = call.waits === true ? undefined : parts.silenceMs?.();
    const came = await parts.exchange({
      method,
      path,
      timeoutMs,
      mostReplyBytes: MOST_REPLY_BYTES,
      ...(silenceMs === undefined ? {} : { silenceMs }),
      ...(once === true ? { once } : {}),
      ...(anyCertificate === true ? { anyCertificate } : {}),
      headers: {
        'accept-encoding': 'gzip',
        ...(coded === null ? {} : { 'content-type': 'application/json' }),
        ...(coded?.coding == null ? {} : { 'content-encoding': coded.coding }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(coded === null ? {} : { body: coded.bytes }),
    });
    return { came, onlyBeginning };
  }

  async function answerOf<S extends z.ZodType>(
    call: CityCall<S>,
    { came, onlyBeginning }: { readonly came: Exchanged; readonly onlyBeginning: boolean },
  ): Promise<Answer<CityReply<S>>> {
    const { status, headers, sentBytes, tookMs } = came;
    const json = parseJson(await textOf(came));
    if (status < 200 || status >= 300) {
      const refusal = CityRefusal.safeParse(json?.json);
      const code = refusal.success ? refusal.data.code : null;
      return { ok: false, fault: faultOfStatus(status, code, headers) };
    }
    if (!/\bjson\b/.test(headers['content-type'] ?? ''))
      return { ok: false, fault: faultOfStrangeSuccess(status, headers, 'no-json') };
    if (json === null) return faulty('city-failing', 'broken-json', { status });
    const parsed = call.reply.safeParse(json.json);
    if (!parsed.success) return faulty('not-the-city', 'strange-reply', { status });
    if (call.waits !== true && came.sentBytes + came.receivedBytes < 8192) parts.onAnswered?.(tookMs);
    return given({ raw: json.json, parsed: parsed.data, onlyBeginning, sentBytes, tookMs });
  }

  return async (call) => {
    try {
      const withDictionary = takesDictionary && !dictionaryRefused;
      let asked = await ask(call, withDictionary);
      if (asked.came.status === 415 && withDictionary) {
        dictionaryRefused = true;
        asked = await ask(call, false);
      }
      if (/\bdcz\b/.test(String(asked.came.headers['accept-encoding'] ?? ''))) takesDictionary = true;
      return await answerOf(call, asked);
    } catch (error) {
      if (parts.signal.aborted) return faulty('stopped', 'stopped');
      return { ok: false, fault: faultOfError(error, parts.hasNetwork()) };
    }
  };
}
