import { NO_HASH } from '../../shared/base/ids.ts';
import type { Desk } from '../../shared/domain/desk/desk.ts';
import type { LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { Officer } from '../../shared/domain/officer/officer.ts';
import type { DeskDatabase } from './desk-database.ts';

export const EMPTY_HEAD: LogHead = { seq: 0, hash: NO_HASH };

/** How many rows the last commit left behind; a different count means that rows were lost without an error. */
export type RowCounts = { readonly events: number; readonly dossiers: number; readonly leases: number };

export async function findMark<T>(database: DeskDatabase, name: string): Promise<T | undefined> {
  const row = await database.marks.get(name);
  // Written only by applyEvents/applyCityMessages under the same name.
  return row === undefined ? undefined : (row.value as T);
}

/** The state as the last commit left it, put together from the projections. */
export async function loadDeskState(database: DeskDatabase): Promise<DeskState> {
  const [head, desk, signedIn, dossiers, leases, officers, commands] = await Promise.all([
    findMark<LogHead>(database, 'head'),
    findMark<Desk>(database, 'desk'),
    findMark<Officer>(database, 'signedIn'),
    database.dossiers.toArray(),
    database.leases.toArray(),
    database.officers.toArray(),
    database.events.orderBy('command').uniqueKeys(),
  ]);
  return {
    head: head ?? EMPTY_HEAD,
    desk: desk ?? null,
    signedIn: signedIn ?? null,
    officers: new Map(officers.map((officer) => [officer.officerId, officer])),
    leases: new Map(leases.map((row) => [row.lease.leaseId, row])),
    dossiers: new Map(dossiers.map((row) => [row.dossierId, row])),
    commands: new Set(commands.map(String)),
  };
}

/** True when every table holds what the last commit said it holds: Chromium reopens a damaged database empty, without an error. */
export async function isWhole(database: DeskDatabase): Promise<boolean> {
  const counts = await findMark<RowCounts>(database, 'counts');
  const [events, dossiers, leases, marks] = await Promise.all([
    database.events.count(),
    database.dossiers.count(),
    database.leases.count(),
    database.marks.count(),
  ]);
  if (counts === undefined) return events + dossiers + leases + marks === 0;
  return counts.events === events && counts.dossiers === dossiers && counts.leases === leases;
}
