import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import { type DeskDatabase, openDeskDatabase } from '../storage/desk-database.ts';
import { isCopyNewer } from '../storage/newer-copy.ts';
import { isWhole } from '../storage/row-counts.ts';

export type OpenedDatabase = {
  readonly database: DeskDatabase;
  /** False: rows are missing without an error; the copy is to be rebuilt. */
  readonly whole: boolean;
  /** A newer program's: left closed, nothing may be asked of it. */
  readonly newer: boolean;
  readonly notices: readonly StartNotice[];
};

/**
 * Opens the working copy. One that cannot be opened at all is thrown away and begun anew: everything but drafts and
 * readings is in the journal, and the officer is told. One that a newer program migrated is neither opened nor thrown
 * away: `profile-newer`.
 */
export async function openWholeDatabase(name?: string): Promise<OpenedDatabase> {
  const database = openDeskDatabase(name);
  if (await isCopyNewer(database)) {
    // Not by a question of a screen either.
    database.close({ disableAutoOpen: true });
    const facts = { what: 'working-copy' };
    const notices: readonly StartNotice[] = [{ code: 'profile-newer', severity: 'alarm', facts }];
    return { database, whole: false, newer: true, notices };
  }
  try {
    await database.open();
    return { database, whole: await isWhole(database), newer: false, notices: [] };
  } catch (refusal) {
    const facts = { error: refusal instanceof Error ? refusal.name : 'unknown' };
    await database.delete({ disableAutoOpen: false });
    await database.open();
    const notices: readonly StartNotice[] = [{ code: 'copy-unreadable', severity: 'look', facts }];
    return { database, whole: false, newer: false, notices };
  }
}
