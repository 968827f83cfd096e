import { grownMap } from '../../shared/base/grown-map.ts';
import { NO_HASH } from '../../shared/base/ids.ts';
import type { DayClosing } from '../../shared/domain/day/day-closing.ts';
import type { Desk } from '../../shared/domain/desk/desk.ts';
import type { LogHead } from '../../shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../shared/domain/desk-log/desk-state.ts';
import { awaitsCode } from '../../shared/domain/dossier/provisional-code.ts';
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
    officers: grownMap(officers.map((officer) => [officer.officerId, officer])),
    leases: grownMap(leases.map((row) => [row.lease.leaseId, row])),
    dossiers: grownMap(dossiers.map((row) => [row.dossierId, row])),
    closedDays: grownMap((closedDays ?? []).map((day) => [day.date, day])),
    awaitingCode: new Set(dossiers.filter(awaitsCode).map(({ dossierId }) => dossierId)),
    commands: grownMap(commands.map((command) => [String(command), true])),
  };
}
