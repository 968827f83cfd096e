import type { Sha256 } from '../../../shared/base/ids.ts';
import type { Failure, Result } from '../../../shared/base/result.ts';
import type { AskedUrgency } from '../../../shared/base/turns.ts';
import type { PageLook } from '../../../shared/domain/page/page.ts';
import type { ReadingFailureCode } from '../../ports/page-reader.ts';
import type { PagePicture } from '../page-picture.ts';
import type { EngineReading } from '../words.ts';

/** What one engine read on one picture of a page. */
export type TextReading = EngineReading & {
  readonly engine: 'tesseract-js' | 'native-tesseract';
  /** Of the engine's own work, without preparing the picture and without waiting. */
  readonly milliseconds: number;
};

/** A page in one look, and its picture, made when first asked for. */
export type PageInHand = {
  readonly sha256: Sha256;
  readonly look: PageLook;
  readonly priority: AskedUrgency;
  readonly signal: AbortSignal | undefined;
  readonly picture: () => Promise<Result<PagePicture, Failure<ReadingFailureCode>>>;
};

/** One way of reading the words of a page that is not blank. Always settles. */
export type ReadText = (page: PageInHand) => Promise<Result<TextReading, Failure<ReadingFailureCode>>>;
