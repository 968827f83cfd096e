import type { IncomingHttpHeaders } from 'node:http';
import type { Sha256 } from '../../shared/base/ids.ts';
import { PAGES_PATH } from '../../shared/contracts/city/pages.ts';
import { CityRefusal } from '../../shared/contracts/city/refusal.ts';
import type { MakeExchange } from './exchange.ts';
import { faultOfError, faultOfStatus, faultOfStrangeSuccess } from './find-fault.ts';
import { type Answer, faulty, given } from './line-fault.ts';

/** A chunk is made for 5 s of the line as measured; a line that has become ten times slower is still waited for. */
const TIMEOUT_MS = 60_000;
const MOST_REPLY_BYTES = 64 * 1024;

export type Chunk = {
  readonly token: string;
  readonly sha256: Sha256;
  readonly mediaType: string;
  /** Of the whole page. */
  readonly byteLength: number;
  /** Where the bytes belong. */
  readonly offset: number;
  /** The city has never heard of this page: it is begun by the same request (tus 1.0, creation-with-upload). */
  readonly begin: boolean;
  readonly bytes: Uint8Array;
};

/** `strange-place`: the city has another offset than we thought, or knows no such page: ask it again. */
export type Sent = { readonly kind: 'taken'; readonly offset: number } | { readonly kind: 'strange-place' };

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

function headersOf(chunk: Chunk): Record<string, string> {
  return {
    'tus-resumable': '1.0.0',
    'content-type': 'application/offset+octet-stream',
    authorization: `Bearer ${chunk.token}`,
    ...(chunk.begin
      ? {
          'upload-length': String(chunk.byteLength),
          'upload-metadata': `sha256 ${base64(chunk.sha256)},mediatype ${base64(chunk.mediaType)}`,
        }
      : { 'upload-offset': String(chunk.offset) }),
  };
}

/** How much is there after a success; null when it is not within the page or no more than before. */
function offsetAfter(headers: IncomingHttpHeaders, before: number, byteLength: number): number | null {
  const said = headers['upload-offset'];
  const offset = typeof said === 'string' && /^\d+$/.test(said) ? Number(said) : -1;
  return offset > before && offset <= byteLength ? offset : null;
}

/** The city's own refusal code of a JSON body, or a code of ours for what tus itself says in words. */
function refusalCode(status: number, headers: IncomingHttpHeaders, body: Buffer): string | null {
  try {
    const refusal = CityRefusal.safeParse(JSON.parse(body.toString('utf8')));
    if (refusal.success) return refusal.data.code;
  } catch {
    // tus refuses in plain words: its header shows that it is tus that speaks
  }
  if (status === 460) return 'hash-differs';
  return headers['tus-resumable'] === undefined ? null : 'page-refused';
}

/**
 * One piece of a page by tus. Its bytes are there when the reply says a greater offset, and the page is when that is its
 * length: the city has checked its hash by then. Settles always.
 */
export async function sendChunk(
  ports: {
    readonly exchange: MakeExchange;
    readonly hasNetwork: () => boolean;
  },
  chunk: Chunk,
): Promise<Answer<Sent>> {
  try {
    const { status, headers, body } = await ports.exchange({
      method: chunk.begin ? 'POST' : 'PATCH',
      path: chunk.begin ? PAGES_PATH : `${PAGES_PATH}/${chunk.sha256}`,
      headers: headersOf(chunk),
      body: chunk.bytes,
      timeoutMs: TIMEOUT_MS,
      mostReplyBytes: MOST_REPLY_BYTES,
    });
    const isTus = headers['tus-resumable'] !== undefined;
    // Begun by another desk, or by a try of ours whose reply was lost (409); busy with such a try (423); gone (404, 410).
    if (isTus && [404, 409, 410, 423].includes(status)) return given({ kind: 'strange-place' });
    if (status < 200 || status >= 300)
      return {
        ok: false,
        fault: faultOfStatus(status, refusalCode(status, headers, body), headers),
      };
    if (!isTus) return { ok: false, fault: faultOfStrangeSuccess(status, headers, 'no-tus') };
    const offset = offsetAfter(headers, chunk.offset, chunk.byteLength);
    if (offset === null) return faulty('not-the-city', 'strange-offset', { status });
    return given({ kind: 'taken', offset });
  } catch (error) {
    return { ok: false, fault: faultOfError(error, ports.hasNetwork()) };
  }
}
