import { type DetailedError, type HttpResponse, Upload } from 'tus-js-client';
import type { Sha256 } from '../../shared/base/ids.ts';
import { PAGES_PATH } from '../../shared/contracts/city/pages.ts';
import { type Answer, faultOfError, faultOfStatus, faulty, given, parseRetryAfter } from './line-fault.ts';

/** 8 s at 128 kbit/s; what a cut line may have to send again at most. */
export const CHUNK_BYTES = 128 * 1024;
const STALLED_MS = 45_000;

export type PageUpload = {
  readonly cityUrl: string;
  readonly token: string;
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly signal: AbortSignal;
  readonly hasNetwork: () => boolean;
  readonly nowMs: () => number;
  readonly onChunk: (bytes: number, tookMs: number) => void;
};

const isDetailed = (error: Error): error is DetailedError => 'originalResponse' in error;

/**
 * One page by tus: asks how much is there (HEAD), creates it when unknown, sends only what is missing. Ok when the city
 * has every byte and its hash was right. Settles always: 45 s without a byte accepted end the try, and so does an offset
 * that does not grow.
 */
export function uploadPage(page: PageUpload): Promise<Answer<null>> {
  const pageUrl = new URL(`${PAGES_PATH}/${page.sha256}`, page.cityUrl).href;
  return new Promise((resolve) => {
    let chunkStartedMs = page.nowMs();
    let offset = -1;
    const settle = (answer: Answer<null>): void => {
      clearTimeout(stalled);
      page.signal.removeEventListener('abort', stop);
      resolve(answer);
    };
    const give = (answer: Answer<null>) => (): void => {
      settle(answer);
      // tus-js-client rejects an abort only where it cannot end an upload at the server, which is not asked for.
      void upload.abort(false);
    };
    const upload = new Upload(Buffer.from(page.bytes.buffer, page.bytes.byteOffset, page.bytes.byteLength), {
      endpoint: new URL(PAGES_PATH, page.cityUrl).href,
      uploadUrl: pageUrl,
      metadata: { sha256: page.sha256, mediatype: page.mediaType },
      headers: { authorization: `Bearer ${page.token}` },
      chunkSize: CHUNK_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onChunkComplete: (chunkBytes) => {
        const nowMs = page.nowMs();
        page.onChunk(chunkBytes, nowMs - chunkStartedMs);
        chunkStartedMs = nowMs;
      },
      onProgress: () => stalled.refresh(),
      onAfterResponse: (_request, response) => {
        const next = offsetAfter(response, offset, page.bytes.byteLength);
        if (next === 'strange')
          give(faulty('not-the-city', 'strange-offset', { status: response.getStatus() }))();
        else offset = next;
      },
      onSuccess: () => settle(given(null)),
      onError: (error) => settle(faultOf(error, page)),
    });
    const stalled = setTimeout(give(faulty('city-unreachable', 'upload-stalled')), STALLED_MS);
    const stop = give(faulty('stopped', 'stopped'));
    if (page.signal.aborted) return stop();
    page.signal.addEventListener('abort', stop);
    upload.start();
  });
}

/**
 * How much is there after this reply. `strange`: not within the page, no more than before, or of a page of another
 * length: followed, it would send the wrong bytes, send for ever, or call a page arrived that never left.
 */
function offsetAfter(response: HttpResponse, before: number, byteLength: number): number | 'strange' {
  const length = response.getHeader('Upload-Length');
  if (length !== undefined && Number(length) !== byteLength) return 'strange';
  const said = response.getHeader('Upload-Offset');
  const status = response.getStatus();
  if (said === undefined || status < 200 || status >= 300) return before;
  const offset = /^\d+$/.test(said) ? Number(said) : -1;
  return offset > before && offset <= byteLength ? offset : 'strange';
}

function faultOf(error: Error, page: PageUpload): Answer<null> {
  const response = isDetailed(error) ? error.originalResponse : null;
  if (response === null) return { ok: false, fault: faultOfError(error, page.hasNetwork()) };
  const status = response.getStatus();
  // A success that is not tus: somebody else's page.
  if (status >= 200 && status < 300) return faulty('not-the-city', 'no-tus', { status });
  const ours = response.getHeader('Tus-Resumable') !== undefined || status === 401 || status === 403;
  const retryAfterMs = parseRetryAfter(response.getHeader('Retry-After'), page.nowMs());
  return { ok: false, fault: faultOfStatus(status, ours ? 'page-refused' : null, retryAfterMs) };
}
