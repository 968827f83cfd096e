import type { Dexie } from 'dexie';

type OldJob = {
  readonly sha256: string;
  readonly rotation: number;
  readonly added: number;
  readonly failure: string | null;
};

/**
 * Version 3: one picture may be two pages, each side of a card cut out of it, so readings and jobs are kept by picture
 * and cut (`pictureKey`). Older readings do not know kind, codes and engine; they are only a copy of what a page says,
 * so they go, and a page that is looked at again is read again. Jobs go over.
 */
export function addVersion3(database: Dexie): void {
  database
    .version(3)
    .stores({ readings: null, readingJobs: null, pageReadings: 'key', pageReadingJobs: 'key, added' })
    .upgrade(async (transaction) => {
      const jobs: OldJob[] = await transaction.table('readingJobs').toArray();
      await transaction.table('pageReadingJobs').bulkPut(jobs.map((job) => ({ ...job, key: job.sha256 })));
    });
}
