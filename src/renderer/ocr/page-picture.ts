import type { Sha256 } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { type PictureFacts, parsePictureFacts } from '../../shared/contracts/bridge/page-picture.ts';
import { readingUrl } from '../../shared/contracts/bridge/page-urls.ts';
import type { PageLook } from '../../shared/domain/page/page.ts';

type PictureFailure = Failure<'reading-picture-failed' | 'reading-cancelled'>;

/** A page as main prepared it for reading: red channel, deskewed, grey. */
export type PagePicture = PictureFacts & {
  /** Its PNG, 2–4 MB, fetched when first asked for: the PC's own program reads it without its coming here. */
  readonly png: () => Promise<Result<Uint8Array<ArrayBuffer>, PictureFailure>>;
};

export type GetPagePicture = (
  sha256: Sha256,
  look: PageLook,
  signal?: AbortSignal,
) => Promise<Result<PagePicture, PictureFailure>>;

/** Has main prepare `/pages/<sha256>/reading`, whose headers tell what it is like. */
export const fetchPagePicture: GetPagePicture = async (sha256, look, signal) => {
  const ask = (method: 'HEAD' | 'GET') => askMain(readingUrl(sha256, look), method, signal);
  const answer = await ask('HEAD');
  if (!answer.ok) return answer;
  const facts = parsePictureFacts((name) => answer.value.headers.get(name));
  if (facts === null) return failed(answer.value.status);
  let png: ReturnType<PagePicture['png']> | null = null;
  return ok({
    ...facts,
    png: () => {
      png ??= ask('GET').then((got) => (got.ok ? ok(got.value.body) : got));
      return png;
    },
  });
};

const failed = (status: number): Result<never, PictureFailure> =>
  fail('reading-picture-failed', 'officer-decides', { status });

async function askMain(url: string, method: 'HEAD' | 'GET', signal: AbortSignal | undefined) {
  try {
    const answer = await fetch(url, {
      method,
      // Made anew each time: a better preparation must not meet an old picture.
      cache: 'no-store',
      ...(signal === undefined ? {} : { signal }),
    });
    const body = new Uint8Array(await answer.arrayBuffer());
    return answer.ok ? ok({ headers: answer.headers, status: answer.status, body }) : failed(answer.status);
  } catch {
    // A fetch to our own protocol only throws when it was given up or main is going down.
    return signal?.aborted === true
      ? fail('reading-cancelled', 'officer-decides')
      : fail('reading-picture-failed', 'retry-later', { status: 0 });
  }
}
