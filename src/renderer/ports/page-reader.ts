import type { Sha256 } from '../../shared/base/ids.ts';
import type { Failure, Result } from '../../shared/base/result.ts';
import type { AskedUrgency } from '../../shared/base/turns.ts';
import type { PageReading } from '../../shared/contracts/bridge/reading.ts';
import type { PageLook } from '../../shared/domain/page/page.ts';

/** Turn and cut of the page as the app knows them. */
export type ReadingRequest = PageLook & {
  readonly sha256: Sha256;
  readonly priority: AskedUrgency;
  readonly signal?: AbortSignal;
};

export type ReadingFailureCode =
  /** Main could not make a picture to read (facts: status). */
  | 'reading-picture-failed'
  /** The engine's files are missing or do not start. */
  | 'reading-engine-failed'
  /** Twice no answer within the watchdog's time (facts: seconds). */
  | 'reading-timed-out'
  /** Twice the engine fell over on this page. */
  | 'reading-crashed'
  /** The caller's signal. */
  | 'reading-cancelled';

/**
 * Reads one page of the page store. `PageReading.rotation` is the turn **relative to the request** that made the
 * page upright: 0 unless the reader found it sideways or upside-down, so that the app can keep request + answer.
 * `seconds` is the work on the page – picture, engine, understanding – without waiting for a place. Always settles,
 * whatever becomes of the workers.
 */
export type PageReader = {
  readonly read: (request: ReadingRequest) => Promise<Result<PageReading, Failure<ReadingFailureCode>>>;
  /** Pages worth having under way at once. */
  readonly concurrency: number;
  /** Starts what takes time to start, so that the first page that comes is not the one that waits for it. */
  readonly warm: () => void;
  readonly close: () => void;
};
