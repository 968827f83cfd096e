import type { Sha256 } from '../../shared/base/ids.ts';
import type { PageLook } from '../../shared/domain/page/page.ts';
import { sameLook } from '../../shared/domain/page/page-look.ts';
import type { ReadingJobsPort } from '../ports/reading-jobs.ts';
import type { DeskDatabase, ReadingRow } from './desk-database.ts';

export type ReadingJobs = ReadingJobsPort & {
  /** Asks for a page; one that has been read with this turn and cut is not read again. A failed one is tried anew. */
  readonly add: (sha256: Sha256, look: PageLook) => Promise<void>;
};

/** Reading jobs in the working copy: they survive a restart. `nowMs` only keeps the order in which they came. */
export function createReadingJobs(database: DeskDatabase, nowMs: () => number): ReadingJobs {
  return {
    add: (sha256, { rotation, cut }) =>
      database.transaction('rw', [database.readings, database.readingJobs], async () => {
        const read = await database.readings.get(sha256);
        if (read !== undefined && sameLook(lookOf(read), { rotation, cut })) return;
        const look = cut === undefined ? { rotation } : { rotation, cut };
        await database.readingJobs.put({ sha256, ...look, added: nowMs(), failure: null });
      }),
    pending: async () => {
      const rows = await database.readingJobs.orderBy('added').toArray();
      return rows.filter((row) => row.failure === null).map(({ added: _, failure: __, ...job }) => job);
    },
    save: (job, reading) =>
      database.transaction('rw', [database.readings, database.readingJobs], async () => {
        await database.readings.put({
          ...reading,
          requestedRotation: job.rotation,
          requestedCut: job.cut,
        });
        // The officer may have turned or cut the page meanwhile: that newer job stays.
        const waiting = await database.readingJobs.get(job.sha256);
        if (waiting !== undefined && sameLook(waiting, job)) await database.readingJobs.delete(job.sha256);
      }),
    failed: async (job, failure) => {
      await database.readingJobs
        .where('sha256')
        .equals(job.sha256)
        .and((row) => sameLook(row, job))
        .modify({ failure: failure.code });
    },
  };
}

/** The look that a kept reading was asked with. */
const lookOf = (row: ReadingRow): PageLook => ({
  // Rows are written here only, from a job's own turn.
  rotation: row.requestedRotation as PageLook['rotation'],
  cut: row.requestedCut,
});
