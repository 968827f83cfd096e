import { useLiveQuery } from 'dexie-react-hooks';
import type { StoredViews } from '../state/use-stored.ts';
import type { DeskDatabase } from '../storage/desk-database.ts';

/** Live questions to the working copy, for the screens. */
export function createStoredViews(database: DeskDatabase): StoredViews {
  return {
    useDrafts: () => useLiveQuery(() => database.drafts.orderBy('updatedAt').reverse().toArray()),
    useReading: (sha256) =>
      useLiveQuery(async () => {
        const [reading, job] = await Promise.all([
          database.readings.get(sha256),
          database.readingJobs.get(sha256),
        ]);
        return {
          ...(reading === undefined ? {} : { reading }),
          ...(job?.failure == null ? {} : { failure: job.failure }),
        };
      }, [sha256]) ?? {},
    useReadingsWaiting: () =>
      useLiveQuery(() => database.readingJobs.filter((job) => job.failure === null).count()) ?? 0,
  };
}
