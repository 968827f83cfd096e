import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { DeskDatabase } from './desk-database.ts';
import { findMark } from './find-mark.ts';

/** How many rows the last commit left behind; a different count means that rows were lost without an error. */
export type RowCounts = {
  readonly events: number;
  readonly dossiers: number;
  readonly leases: number;
  readonly officers: number;
  readonly outbox: number;
};

export async function countRows(database: DeskDatabase): Promise<RowCounts> {
  const [events, dossiers, leases, officers, outbox] = await Promise.all([
    database.events.count(),
    database.dossiers.count(),
    database.leases.count(),
    database.officers.count(),
    database.outbox.count(),
  ]);
  return { events, dossiers, leases, officers, outbox };
}

/**
 * Ends every transaction over the facts, so that the next start can tell whether all of it is still there. What was added
 * and taken is reckoned onto what the commit before left: counting five tables anew took the longer the more they held,
 * and would have called rows whole that were lost since.
 */
export async function saveRowCounts(
  database: DeskDatabase,
  after: Pick<DeskState, 'dossiers' | 'leases' | 'officers'>,
  added: { readonly events: number; readonly outbox: number },
): Promise<void> {
  const before = await findMark<RowCounts>(database, 'counts');
  const counts: RowCounts = {
    events: (before?.events ?? 0) + added.events,
    dossiers: after.dossiers.size,
    leases: after.leases.size,
    officers: after.officers.size,
    outbox: (before?.outbox ?? 0) + added.outbox,
  };
  await database.marks.put({ name: 'counts', value: counts });
}

/**
 * True when every table holds what the last commit said it holds, and the head is that of its last event row:
 * Chromium reopens a damaged database empty, without an error.
 */
export async function isWhole(database: DeskDatabase): Promise<boolean> {
  const [kept, rows, head, last, marks] = await Promise.all([
    findMark<RowCounts>(database, 'counts'),
    countRows(database),
    findMark<{ readonly seq: number; readonly hash: string }>(database, 'head'),
    database.events.orderBy('seq').last(),
    database.marks.count(),
  ]);
  if (kept === undefined) return Object.values(rows).every((count) => count === 0) && marks === 0;
  const sameRows = Object.entries(rows).every(([table, count]) => kept[table as keyof RowCounts] === count);
  return sameRows && (head?.seq ?? 0) === rows.events && head?.hash === last?.hash;
}
