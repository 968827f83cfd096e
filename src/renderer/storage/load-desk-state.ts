import { NO_HASH } from '../../shared/base/ids.ts';
import type { DayClosing } from '../../shared/domain/day/day-closing.ts';
import type { Desk } from '../../shared/domain/desk/desk.ts';
import type { LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import type { Officer } from '../../shared/domain/officer/officer.ts';
import type { DeskDatabase } from './desk-database.ts';
import { findMark } from './find-mark.ts';

export const EMPTY_HEAD: LogHead = { seq: 0, hash: NO_HASH };

/** The state as the last commit left it, put together from the projections. */
export async function loadDeskState(database: DeskDatabase): Promise<DeskState> {
  const [head, desk, signedIn, closedDays, dossiers, leases, officers, commands] = await Promise.all([
    findMark<LogHead>(database, 'head'),
    findMark<Desk>(database, 'desk'),
    findMark<Officer>(database, 'signedIn'),
    findMark<readonly DayClosing[]>(database, 'closedDays'),
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
    closedDays: new Map((closedDays ?? []).map((day) => [day.date, day])),
    commands: new Set(commands.map(String)),
  };
}
