import type { Sha256 } from '../../shared/base/ids.ts';
import type { Failure } from '../../shared/base/result.ts';
import type { PageReading } from '../../shared/contracts/bridge/reading.ts';
import type { PageLook } from '../../shared/domain/page/page.ts';

/** A page that is still to be read; kept so that it survives a restart. */
export type ReadingJob = PageLook & { readonly sha256: Sha256 };

/** Where reading jobs are kept. */
export type ReadingJobsPort = {
  /** Jobs neither saved nor failed, oldest first. */
  readonly pending: () => Promise<readonly ReadingJob[]>;
  /** Keeps the reading and ends the job, in one step. */
  readonly save: (job: ReadingJob, reading: PageReading) => Promise<void>;
  /** Ends the job with a mark; an officer may ask again. */
  readonly failed: (job: ReadingJob, failure: Failure) => Promise<void>;
};
