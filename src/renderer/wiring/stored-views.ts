import { liveQuery } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { pictureKey } from '../../shared/domain/page/page-look.ts';
import { behindKeys } from '../state/behind-keys.ts';
import type { FoundReading, StoredReading, StoredViews } from '../state/use-stored.ts';
import type { DeskDatabase, ReadingRow } from '../storage/desk-database.ts';
import { createSharedAnswers, type SharedAnswers } from './shared-answers.ts';

const WAITING: FoundReading = {};

/** Live questions to the working copy, for the screens. */
export function createStoredViews(database: DeskDatabase): StoredViews {
  const readings = createSharedAnswers(
    (key) =>
      liveQuery(async (): Promise<FoundReading> => {
        const [row, job] = await Promise.all([
          database.pageReadings.get(key),
          database.pageReadingJobs.get(key),
        ]);
        return {
          ...(row === undefined ? {} : { reading: withoutWords(row) }),
          ...(job?.failure == null ? {} : { failure: job.failure }),
        };
      }),
    behindKeys,
  );

  return {
    useDrafts: () => useLiveQuery(() => database.drafts.orderBy('updatedAt').reverse().toArray()),
    useReading: (page) => {
      const key = pictureKey(page);
      const follow = useCallback((hear: () => void) => readings.follow(key, hear), [key]);
      return useSyncExternalStore(follow, () => readings.now(key) ?? WAITING);
    },
    useWords: (page) => {
      const key = pictureKey(page);
      return useLiveQuery(async () => (await database.pageReadings.get(key))?.words, [key]);
    },
    useReadings: (pages) => {
      const joined = pages.map(pictureKey).join(' ');
      const keys = useMemo(() => (joined === '' ? [] : joined.split(' ')), [joined]);
      const [several] = useState(() => followSeveral(readings));
      useEffect(() => several.look(keys), [several, keys]);
      useEffect(() => () => several.look([]), [several]);
      return useSyncExternalStore(several.follow, () => several.now(keys));
    },
    useReadingsWaiting: () =>
      // All rows are one request; a filter of Dexie's would be one for every page that waits.
      useLiveQuery(async () => {
        const jobs = await database.pageReadingJobs.toArray();
        return jobs.filter((job) => job.failure === null).length;
      }) ?? 0,
  };
}

/** Of a row of some hundred kilobytes hardly one stays. */
function withoutWords({ words: _, text: __, ...reading }: ReadingRow): StoredReading {
  return reading;
}

/**
 * The readings of several pages, as one map that stays the same until one of them changes. A page more is one question
 * more: the others are not let go of and asked again.
 */
function followSeveral(readings: SharedAnswers<FoundReading>) {
  const stops = new Map<string, () => void>();
  const hearers = new Set<() => void>();
  const hear = (): void => {
    for (const each of [...hearers]) each();
  };
  let found: readonly (StoredReading | undefined)[] = [];
  let map: ReadonlyMap<string, StoredReading> = new Map();
  return {
    /** From now on these pages and no others. */
    look: (keys: readonly string[]): void => {
      const wanted = new Set(keys);
      for (const [key, stop] of stops) {
        if (wanted.has(key)) continue;
        stops.delete(key);
        stop();
      }
      for (const key of wanted) if (!stops.has(key)) stops.set(key, readings.follow(key, hear));
      // What somebody else had asked for is there at once.
      hear();
    },
    follow: (each: () => void): (() => void) => {
      hearers.add(each);
      return () => void hearers.delete(each);
    },
    now: (keys: readonly string[]): ReadonlyMap<string, StoredReading> => {
      const now = keys.map((key) => readings.now(key)?.reading);
      if (now.length !== found.length || now.some((reading, at) => reading !== found[at])) {
        found = now;
        map = new Map(keys.flatMap((key, at) => (now[at] === undefined ? [] : [[key, now[at]] as const])));
      }
      return map;
    },
  };
}
