import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import { type DeskDatabase, openDeskDatabase } from '../storage/desk-database.ts';
import { isWhole } from '../storage/row-counts.ts';

export type OpenedDatabase = {
  readonly database: DeskDatabase;
  /** False: rows are missing without an error; the copy is to be rebuilt. */
  readonly whole: boolean;
  readonly notices: readonly StartNotice[];
};

/**
 * Opens the working copy. One that cannot be opened at all is thrown away and begun anew: everything but drafts and
 * readings is in the journal, and the officer is told.
 */
export async function openWholeDatabase(): Promise<OpenedDatabase> {
  const database = openDeskDatabase();
  try {
    await database.open();
    return { database, whole: await isWhole(database), notices: [] };
  } catch (refusal) {
    const facts = { error: refusal instanceof Error ? refusal.name : 'unknown' };
    await database.delete({ disableAutoOpen: false });
    await database.open();
    return { database, whole: false, notices: [{ code: 'copy-unreadable', severity: 'look', facts }] };
  }
}
