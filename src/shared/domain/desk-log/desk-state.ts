import type { LocalDate } from '../../base/dates.ts';
import type { DossierId, LeaseId, OfficerId } from '../../base/ids.ts';
import type { DayClosing } from '../day/day-closing.ts';
import type { Desk } from '../desk/desk.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { LeaseState } from '../number-lease/lease-state.ts';
import type { Officer } from '../officer/officer.ts';
import type { LogHead } from './desk-event.ts';

export type { LeaseState };

/** Everything a decision needs; folded from events, nothing else. The maps are grown ones: an event costs what it changes. */
export type DeskState = {
  readonly head: LogHead;
  readonly desk: Desk | null;
  readonly signedIn: Officer | null;
  readonly officers: ReadonlyMap<OfficerId, Officer>;
  readonly leases: ReadonlyMap<LeaseId, LeaseState>;
  readonly dossiers: ReadonlyMap<DossierId, DossierState>;
  /** The last closing of each day that was closed. */
  readonly closedDays: ReadonlyMap<LocalDate, DayClosing>;
  /** Dossiers without a final code (`awaitsCode`): a few on the days when numbers ran out, looked for after each fact. */
  readonly awaitingCode: ReadonlySet<DossierId>;
  /** Commands already carried out: a retry makes no second fact. */
  readonly commands: ReadonlyMap<string, true>;
};
