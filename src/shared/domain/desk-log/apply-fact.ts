import type { Sha256Hex } from '../../base/canonical-json.ts';
import type { LocalDate } from '../../base/dates.ts';
import { grownMap } from '../../base/grown-map.ts';
import type { DossierId, LeaseId, OfficerId } from '../../base/ids.ts';
import { assertNever } from '../../base/result.ts';
import type { DayClosing } from '../day/day-closing.ts';
import type { Desk } from '../desk/desk.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { FactOrigin } from '../dossier/dossier-step.ts';
import {
  assignCode,
  attachReceipt,
  attachSlip,
  correctDossier,
  openDossier,
  resendDossier,
  resolveConflict,
  tellCode,
} from '../dossier/evolve-dossier.ts';
import { awaitsCode } from '../dossier/provisional-code.ts';
import { closeLease, openLease, useNumber, voidNumber } from '../number-lease/evolve-lease.ts';
import type { LeaseState } from '../number-lease/lease-state.ts';
import type { LeasedNumber } from '../number-lease/number-lease.ts';
import type { Officer } from '../officer/officer.ts';
import { evolveSignOff } from '../sign-off/evolve-sign-off.ts';
import type { DeskState } from './desk-state.ts';
import type { Fact } from './fact.ts';

/** The rows of a map that facts change, written beside it until all of them are done. */
type Rows<K, V> = {
  readonly get: (key: K) => V | undefined;
  readonly set: (key: K, value: V) => void;
  /** The very same map when nothing was set. */
  readonly done: () => ReadonlyMap<K, V>;
};

function rowsOver<K, V>(map: ReadonlyMap<K, V>): Rows<K, V> {
  const changed = new Map<K, V>();
  return {
    get: (key) => changed.get(key) ?? map.get(key),
    set: (key, value) => void changed.set(key, value),
    done: () => (changed.size === 0 ? map : grownMap(map).withRows(changed)),
  };
}

/** What facts change: a run of them is folded on one bench, so that a long log folds fast. */
export type Workbench = {
  desk: Desk | null;
  signedIn: Officer | null;
  readonly officers: Rows<OfficerId, Officer>;
  readonly leases: Rows<LeaseId, LeaseState>;
  readonly dossiers: Rows<DossierId, DossierState>;
  readonly closedDays: Rows<LocalDate, DayClosing>;
};

export const workbenchOf = (state: DeskState): Workbench => ({
  desk: state.desk,
  signedIn: state.signedIn,
  officers: rowsOver(state.officers),
  leases: rowsOver(state.leases),
  dossiers: rowsOver(state.dossiers),
  closedDays: rowsOver(state.closedDays),
});

/** Which dossiers are without a final code now: the same set when no dossier that changed says otherwise. */
function awaitingCodeIn(before: DeskState, dossiers: DeskState['dossiers']): DeskState['awaitingCode'] {
  let awaiting: Set<DossierId> | null = null;
  for (const [id, dossier] of dossiers === before.dossiers
    ? []
    : grownMap(dossiers).rowsSince(before.dossiers)) {
    if (awaitsCode(dossier) === before.awaitingCode.has(id)) continue;
    awaiting ??= new Set(before.awaitingCode);
    if (awaitsCode(dossier)) awaiting.add(id);
    else awaiting.delete(id);
  }
  return awaiting ?? before.awaitingCode;
}

/** The state that was put on the bench, with all that was done there. */
export function stateOn(bench: Workbench, before: DeskState): DeskState {
  const dossiers = bench.dossiers.done();
  return {
    ...before,
    desk: bench.desk,
    signedIn: bench.signedIn,
    officers: bench.officers.done(),
    leases: bench.leases.done(),
    dossiers,
    closedDays: bench.closedDays.done(),
    awaitingCode: awaitingCodeIn(before, dossiers),
  };
}

/** Rows are replaced, never changed in place. A fact about something unknown changes nothing: the log is kept, not judged. */
export function applyFact(bench: Workbench, fact: Fact, origin: FactOrigin, sha256Hex: Sha256Hex): void {
  const changeLease = (leaseId: LeaseId, change: (lease: LeaseState) => LeaseState): void => {
    const lease = bench.leases.get(leaseId);
    if (lease !== undefined) bench.leases.set(leaseId, change(lease));
  };
  const takeNumber = (leased: LeasedNumber | null): void => {
    if (leased === null) return;
    changeLease(leased.leaseId, (lease) => useNumber(lease, leased));
  };
  const changeDossier = (id: DossierId, change: (dossier: DossierState) => DossierState): void => {
    const dossier = bench.dossiers.get(id);
    if (dossier !== undefined) bench.dossiers.set(id, change(dossier));
  };

  switch (fact.type) {
    case 'desk-enrolled':
      bench.desk ??= fact.desk;
      return;
    case 'officer-signed-in':
      bench.officers.set(fact.officer.officerId, fact.officer);
      bench.signedIn = fact.officer;
      return;
    case 'officer-signed-out':
      bench.signedIn = null;
      return;
    case 'number-lease-received':
      // A block heard of twice must not start again at its first number.
      if (bench.leases.get(fact.lease.leaseId) === undefined)
        bench.leases.set(fact.lease.leaseId, openLease(fact.lease));
      return;
    case 'number-leases-closed':
      for (const leaseId of fact.leases) changeLease(leaseId, closeLease);
      return;
    case 'number-voided':
      changeLease(fact.leaseId, (lease) => voidNumber(lease, fact.number));
      return;
    case 'dossier-received':
      takeNumber(fact.leased);
      if (bench.dossiers.get(fact.dossierId) === undefined) {
        bench.dossiers.set(fact.dossierId, openDossier(fact, origin, sha256Hex));
      }
      return;
    case 'dossier-corrected':
      changeDossier(fact.dossierId, (dossier) => correctDossier(dossier, fact, origin, sha256Hex));
      return;
    case 'dossier-resent':
      changeDossier(fact.dossierId, (dossier) => resendDossier(dossier, fact, origin, sha256Hex));
      return;
    case 'conflict-resolved':
      changeDossier(fact.dossierId, (dossier) => resolveConflict(dossier, fact, origin, sha256Hex));
      return;
    case 'dossier-code-assigned':
      takeNumber(fact.leased);
      changeDossier(fact.dossierId, (dossier) => assignCode(dossier, fact, origin));
      return;
    case 'dossier-code-told':
      changeDossier(fact.dossierId, (dossier) => tellCode(dossier, fact, origin));
      return;
    case 'receipt-issued':
      takeNumber(fact.leased);
      changeDossier(fact.dossierId, (dossier) => attachReceipt(dossier, fact, origin));
      return;
    case 'intake-slip-issued':
      takeNumber(fact.leased);
      changeDossier(fact.dossierId, (dossier) => attachSlip(dossier, fact, origin));
      return;
    case 'dossier-submitted':
    case 'dossier-approved':
    case 'dossier-returned':
      changeDossier(fact.dossierId, (dossier) => evolveSignOff(dossier, fact, origin));
      return;
    case 'day-closed':
      bench.closedDays.set(fact.date, { ...fact, at: origin.at, by: origin.by });
      return;
    default:
      assertNever(fact);
  }
}
