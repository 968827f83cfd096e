import { useLiveQuery } from 'dexie-react-hooks';
import { pictureKey } from '../../shared/domain/page/page-look.ts';
import type { StoredViews } from '../state/use-stored.ts';
import type { DeskDatabase } from '../storage/desk-database.ts';

/** Live questions to the working copy, for the screens. */
export function createStoredViews(database: DeskDatabase): StoredViews {
  return {
    useDrafts: () => useLiveQuery(() => database.drafts.orderBy('updatedAt').reverse().toArray()),
    useReading: (page) => {
      const key = pictureKey(page);
      const found = useLiveQuery(async () => {
        const [reading, job] = await Promise.all([
          database.pageReadings.get(key),
          database.pageReadingJobs.get(key),
        ]);
        return {
          ...(reading === undefined ? {} : { reading }),
          ...(job?.failure == null ? {} : { failure: job.failure }),
        };
      }, [key]);
      return found ?? {};
    },
    useReadings: (pages) => {
      const keys = pages.map(pictureKey);
      return useLiveQuery(async () => {
        const rows = await database.pageReadings.bulkGet(keys);
        return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row] as const])));
      }, [keys.join()]);
    },
    useReadingsWaiting: () =>
      useLiveQuery(() => database.pageReadingJobs.filter((job) => job.failure === null).count()) ?? 0,
  };
}
