import type { PageLook } from '../../shared/domain/page/page.ts';
import { pictureKey, sameLook } from '../../shared/domain/page/page-look.ts';
import type { ReadingJob, ReadingJobsPort } from '../ports/reading-jobs.ts';
import type { DeskDatabase, ReadingRow } from './desk-database.ts';

export type ReadingJobs = ReadingJobsPort & {
  /** Asks for a page; one that has been read with this turn and cut is not read again. A failed one is tried anew. */
  readonly add: (page: ReadingJob) => Promise<void>;
  /** Not read yet with this turn and cut. */
  readonly isUnread: (page: ReadingJob) => Promise<boolean>;
  /** What was read of a page with whatever look, and why its last job failed. */
  readonly find: (page: ReadingJob) => Promise<{
    readonly reading?: ReadingRow | undefined;
    readonly failure?: string | undefined;
  }>;
};

/** Reading jobs in the working copy: they survive a restart. `nowMs` only keeps the order in which they came. */
export function createReadingJobs(database: DeskDatabase, nowMs: () => number): ReadingJobs {
  const isUnread = async (job: ReadingJob): Promise<boolean> => {
    const read = await database.pageReadings.get(pictureKey(job));
    return read === undefined || !sameLook(lookOf(read), job);
  };
  return {
    isUnread,
    add: ({ sha256, rotation, cut }) =>
      database.transaction('rw', [database.pageReadings, database.pageReadingJobs], async () => {
        const job = cut === undefined ? { sha256, rotation } : { sha256, rotation, cut };
        if (!(await isUnread(job))) return;
        await database.pageReadingJobs.put({ ...job, key: pictureKey(job), added: nowMs(), failure: null });
      }),
    find: async (page) => {
      const key = pictureKey(page);
      const [reading, job] = await Promise.all([
        database.pageReadings.get(key),
        database.pageReadingJobs.get(key),
      ]);
      return { reading, failure: job?.failure ?? undefined };
    },
    pending: async () => {
      const rows = await database.pageReadingJobs.orderBy('added').toArray();
      return rows
        .filter((row) => row.failure === null)
        .map(({ key: _, added: __, failure: ___, ...job }) => job);
    },
    save: (job, reading) =>
      database.transaction('rw', [database.pageReadings, database.pageReadingJobs], async () => {
        const key = pictureKey(job);
        await database.pageReadings.put({
          ...reading,
          key,
          requestedRotation: job.rotation,
          requestedCut: job.cut,
        });
        // The officer may have turned the page meanwhile: that newer job stays.
        const waiting = await database.pageReadingJobs.get(key);
        if (waiting !== undefined && sameLook(waiting, job)) await database.pageReadingJobs.delete(key);
      }),
    failed: async (job, failure) => {
      await database.pageReadingJobs
        .where('key')
        .equals(pictureKey(job))
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
