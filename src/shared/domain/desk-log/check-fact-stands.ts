import { hanoiYear } from '../../base/hanoi-time.ts';
import { assertNever, type Failure, fail, ok, type Result } from '../../base/result.ts';
import { checkDayClosed } from '../day/check-day-closed.ts';
import { checkContent } from '../dossier/check-content.ts';
import { sameProcedure } from '../dossier/dossier-procedure.ts';
import { owesFee } from '../dossier/owes-fee.ts';
import { checkFreeNumber, checkNewLease } from '../number-lease/check-lease.ts';
import { countReceiptsLeft } from '../number-lease/find-receipt-number.ts';
import type { Officer } from '../officer/officer.ts';
import { sameFees } from '../receipt/total-of.ts';
import { isOwnDossier } from '../sign-off/action-table.ts';
import { checkAction, checkDeskAction, checkSeenContent } from '../sign-off/check-action.ts';
import { checkCodeTold } from './assign-codes.ts';
import { checkNumberedPapers } from './check-numbered-papers.ts';
import { checkResent } from './check-resent.ts';
import { checkResolution } from './decide-resolve-conflict.ts';
import type { DeskState } from './desk-state.ts';
import type { Fact } from './fact.ts';

const unknownDossier = () => fail('dossier-unknown', 'call-support');

/**
 * Does this fact follow from the state, said by this officer (null: by the desk)? Every rule that can be judged without
 * catalogue or calendar; those two are `decide`'s.
 */
export function checkFactStands(
  state: DeskState,
  fact: Fact,
  officer: Officer | null,
): Result<null, Failure> {
  if (state.desk === null && fact.type !== 'desk-enrolled') return fail('desk-not-enrolled', 'call-support');
  switch (fact.type) {
    case 'desk-enrolled':
      return state.desk === null ? ok(null) : fail('desk-already-enrolled', 'call-support');
    case 'officer-signed-in':
      return ok(null);
    case 'officer-signed-out':
      return state.signedIn?.officerId === fact.officerId
        ? ok(null)
        : fail('not-signed-in', 'officer-decides');
    case 'number-lease-received':
      return checkNewLease(state.leases, fact.lease, state.desk?.branch.unitCode ?? '');
    case 'number-leases-closed':
      return fact.leases.every((leaseId) => state.leases.has(leaseId))
        ? ok(null)
        : fail('lease-unknown', 'call-support');
    case 'dossier-code-assigned': {
      const dossier = state.dossiers.get(fact.dossierId);
      if (dossier === undefined) return unknownDossier();
      if (dossier.code !== fact.provisionalCode) {
        return fail('code-not-provisional', 'call-support', { code: dossier.code });
      }
      return checkNumberedPapers(state, fact, dossier);
    }
    default:
      return officer === null
        ? fail('fact-needs-officer', 'call-support')
        : checkOfficersFact(state, fact, officer);
  }
}

type OfficersFact = Exclude<
  Fact,
  {
    type:
      | 'desk-enrolled'
      | 'officer-signed-in'
      | 'officer-signed-out'
      | 'number-lease-received'
      | 'number-leases-closed'
      | 'dossier-code-assigned';
  }
>;

function checkOfficersFact(state: DeskState, fact: OfficersFact, officer: Officer): Result<null, Failure> {
  if (fact.type === 'number-voided') {
    const allowed = checkDeskAction(officer, 'void-number');
    if (!allowed.ok) return allowed;
    const free = checkFreeNumber(state.leases, fact.kind, fact);
    return free.ok ? ok(null) : free;
  }
  if (fact.type === 'day-closed') {
    const allowed = checkDeskAction(officer, 'close-day');
    return allowed.ok ? checkDayClosed(state.dossiers.values(), fact) : allowed;
  }
  const dossier = state.dossiers.get(fact.dossierId);
  if (fact.type === 'dossier-received') {
    const allowed = checkDeskAction(officer, 'receive');
    if (!allowed.ok) return allowed;
    if (dossier !== undefined) return fail('dossier-already-received', 'officer-decides');
    if (fact.feeDeferred === true && countReceiptsLeft(state.leases, hanoiYear(fact.receivedAt)) > 0) {
      return fail('number-left-unused', 'call-support', { type: 'receipt-issued' });
    }
    const content = checkContent(fact.content, null, 'settled');
    return content.ok ? checkNumberedPapers(state, fact, undefined) : content;
  }
  if (dossier === undefined) return unknownDossier();
  switch (fact.type) {
    case 'dossier-code-told': {
      const allowed = checkDeskAction(officer, 'tell-code');
      const told = allowed.ok ? checkCodeTold(dossier, fact.code) : allowed;
      return told.ok ? ok(null) : told;
    }
    case 'receipt-issued':
    case 'intake-slip-issued': {
      if (fact.type === 'receipt-issued' && owesFee(dossier)) {
        const allowed = checkDeskAction(officer, 'collect-fee');
        return allowed.ok ? checkNumberedPapers(state, fact, dossier) : allowed;
      }
      // Both are written by the officer who received or corrected the dossier, in the same commit.
      if (!isOwnDossier(dossier, officer) || dossier.status !== 'received') {
        return fail('status-forbids', 'call-support', { type: fact.type });
      }
      return checkNumberedPapers(state, fact, dossier);
    }
    case 'dossier-corrected': {
      const allowed = checkAction(officer, dossier, 'correct');
      if (!allowed.ok) return allowed;
      if (!sameProcedure(fact.content.procedure, dossier.content.procedure)) {
        return fail('procedure-fixed', 'officer-decides');
      }
      if (dossier.receipt !== null && !sameFees(fact.content.feeLines, dossier.content.feeLines)) {
        return fail('fees-fixed', 'officer-decides', { code: dossier.code });
      }
      const content = checkContent(fact.content, null, 'settled');
      return content.ok ? ok(null) : content;
    }
    case 'dossier-resent': {
      const allowed = checkAction(officer, dossier, 'resend');
      return allowed.ok ? checkResent(state, fact, dossier) : allowed;
    }
    case 'conflict-resolved': {
      const allowed = checkAction(officer, dossier, 'resolve');
      return allowed.ok ? checkResolution(dossier, fact) : allowed;
    }
    case 'dossier-submitted':
      return checkAction(officer, dossier, 'submit');
    case 'dossier-approved': {
      const allowed = checkAction(officer, dossier, 'approve');
      return allowed.ok ? checkSeenContent(dossier, fact.contentHash) : allowed;
    }
    case 'dossier-returned':
      return checkAction(officer, dossier, 'return');
    default:
      return assertNever(fact);
  }
}
