import type { Dexie } from 'dexie';

/** IndexedDB's number of a database is Dexie's times ten; in between Dexie counts repairs of its own. */
const DEXIE_STEP = 10;

/**
 * Did a newer program migrate this database? Asked before it is opened: Dexie would open it all the same, and this
 * program would write rows as they used to be into what it does not know.
 */
export async function isCopyNewer(database: Dexie): Promise<boolean> {
  const there = await listDatabases();
  const version = there.find(({ name }) => name === database.name)?.version ?? 0;
  return Math.floor(version / DEXIE_STEP) > database.verno;
}

/**
 * Chromium refuses to list while files of a database are damaged, and has thrown them away when it is asked again
 * (measured). What it still cannot list is left to the opening, which begins anew and says so.
 */
async function listDatabases(): Promise<readonly IDBDatabaseInfo[]> {
  try {
    return await indexedDB.databases();
  } catch {
    // Asked again.
  }
  return indexedDB.databases().catch(() => []);
}
