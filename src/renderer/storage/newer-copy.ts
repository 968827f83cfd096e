import type { Dexie } from 'dexie';

/** IndexedDB's number of a database is Dexie's times ten; in between Dexie counts repairs of its own. */
const DEXIE_STEP = 10;

/**
 * Did a newer program migrate this database? Asked before it is opened: Dexie would open it all the same, and this
 * program would write rows as they used to be into what it does not know.
 */
export async function isCopyNewer(database: Dexie): Promise<boolean> {
  const there = await indexedDB.databases();
  const version = there.find(({ name }) => name === database.name)?.version ?? 0;
  return Math.floor(version / DEXIE_STEP) > database.verno;
}
