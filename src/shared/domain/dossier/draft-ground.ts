import type { Instant } from '../../base/dates.ts';
import type { DossierId } from '../../base/ids.ts';
import type { Desk } from '../desk/desk.ts';
import type { WorkingCalendar } from '../due-date/calendar.ts';
import type { LeaseStates } from '../number-lease/lease-state.ts';
import type { DossierState } from './dossier-state.ts';

/** The parts of the desk's state that a draft is held against (`DeskState` fits). */
export type DraftGround = {
  readonly desk: Desk | null;
  readonly leases: LeaseStates;
  readonly dossiers: ReadonlyMap<DossierId, DossierState>;
};

/** `ReferenceView` fits `reference`, as for `decide`. */
export type DraftContext = {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly reference: {
    readonly version: number;
    readonly receipt: { readonly form: string; readonly series: string };
  };
};
