import type { Dexie } from 'dexie';

/**
 * Version 3: readings know their codes, kind of paper and engine. Older ones do not; they are only a copy of what a
 * page says, so they go, and a page that is looked at again is read again.
 */
export function addVersion3(database: Dexie): void {
  database.version(3).upgrade((transaction) => transaction.table('readings').clear());
}
