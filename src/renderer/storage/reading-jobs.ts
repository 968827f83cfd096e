import type { Sha256 } from '../../shared/base/ids.ts';
import type { PageRotation } from '../../shared/domain/page/page.ts';
import type { ReadingJobsPort } from '../ports/reading-jobs.ts';
import type { DeskDatabase } from './desk-database.ts';

export type ReadingJobs = ReadingJobsPort & {
  /** Asks for a page; one that has been read with this turn is not read again. A failed one is tried anew. */
  readonly add: (sha256: Sha256, rotation: PageRotation) => Promise<void>;
};

/** Reading jobs in the working copy: they survive a restart. `nowMs` only keeps the order in which they came. */
export function createReadingJobs(database: DeskDatabase, nowMs: () => number): ReadingJobs {
  return {
    add: (sha256, rotation) =>
      database.transaction('rw', [database.readings, database.readingJobs], async () => {
        const read = await database.readings.get(sha256);
        if (read !== undefined && read.requestedRotation === rotation) return;
        await database.readingJobs.put({ sha256, rotation, added: nowMs(), failure: null });
      }),
    pending: async () => {
      const rows = await database.readingJobs.orderBy('added').toArray();
      return rows.filter((row) => row.failure === null).map(({ sha256, rotation }) => ({ sha256, rotation }));
    },
    save: (job, reading) =>
      database.transaction('rw', [database.readings, database.readingJobs], async () => {
        await database.readings.put({ ...reading, requestedRotation: job.rotation });
        // The officer may have turned the page meanwhile: that newer job stays.
        const waiting = await database.readingJobs.get(job.sha256);
        if (waiting?.rotation === job.rotation) await database.readingJobs.delete(job.sha256);
      }),
    failed: async (job, failure) => {
      await database.readingJobs
        .where('sha256')
        .equals(job.sha256)
        .and((row) => row.rotation === job.rotation)
        .modify({ failure: failure.code });
    },
  };
}
