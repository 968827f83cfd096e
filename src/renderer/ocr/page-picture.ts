import type { Sha256 } from '../../shared/base/ids.ts';
import { pngSize } from '../../shared/base/png-size.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { readingUrl } from '../../shared/contracts/bridge/page-urls.ts';
import type { PageLook } from '../../shared/domain/page/page.ts';

/** A page as main prepared it for reading: red channel, deskewed, grey PNG. */
export type PagePicture = {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly skewDegrees: number;
  readonly blank: boolean;
};

export type GetPagePicture = (
  sha256: Sha256,
  look: PageLook,
  signal?: AbortSignal,
) => Promise<Result<PagePicture, Failure<'reading-picture-failed' | 'reading-cancelled'>>>;

/** Fetches `/pages/<sha256>/reading`, whose headers tell resolution, skew and blankness. */
export const fetchPagePicture: GetPagePicture = async (sha256, look, signal) => {
  let answer: Response;
  let png: Uint8Array<ArrayBuffer>;
  try {
    answer = await fetch(readingUrl(sha256, look), {
      // Made anew each time: a better preparation must not meet an old picture.
      cache: 'no-store',
      ...(signal === undefined ? {} : { signal }),
    });
    png = new Uint8Array(await answer.arrayBuffer());
  } catch {
    // A fetch to our own protocol only throws when it was given up or main is going down.
    return signal?.aborted === true
      ? fail('reading-cancelled', 'officer-decides')
      : fail('reading-picture-failed', 'retry-later', { status: 0 });
  }
  const size = answer.ok ? pngSize(png) : null;
  if (size === null) return fail('reading-picture-failed', 'officer-decides', { status: answer.status });
  return ok({
    png,
    ...size,
    dpi: numberHeader(answer, 'x-dpi', 200),
    skewDegrees: numberHeader(answer, 'x-skew-degrees', 0),
    blank: answer.headers.get('x-blank') === '1',
  });
};

function numberHeader(answer: Response, name: string, otherwise: number): number {
  const value = Number.parseFloat(answer.headers.get(name) ?? '');
  return Number.isFinite(value) ? value : otherwise;
}
