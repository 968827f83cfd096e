import type { Dexie } from 'dexie';

/**
 * Version 2: `setAside`, events that this copy had and the journal no longer has (the journal was put back to an older
 * state and went on). They are in no state; support may need them.
 */
export function addVersion2(database: Dexie): void {
  database.version(2).stores({ setAside: 'hash, seq' });
}
