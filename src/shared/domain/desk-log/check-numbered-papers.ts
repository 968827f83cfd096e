import type { z } from 'zod';
import { hanoiDate, hanoiYear } from '../../base/hanoi-time.ts';
import { assertNever, type Failure, fail, ok, type Result } from '../../base/result.ts';
import { composeDossierCode } from '../dossier/dossier-code.ts';
import type { DossierCodeAssigned, DossierReceived } from '../dossier/dossier-received.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import { nextProvisionalCode } from '../dossier/provisional-code.ts';
import { dossierCodeWant, slipWant } from '../dossier/wanted-numbers.ts';
import type { IntakeSlipIssued } from '../intake-slip/intake-slip.ts';
import { checkFreeNumber } from '../number-lease/check-lease.ts';
import { findNextNumber } from '../number-lease/find-next-number.ts';
import type { NumberKind, NumberLease } from '../number-lease/number-lease.ts';
import type { ReceiptIssued } from '../receipt/receipt.ts';
import { findTotal, sameFees } from '../receipt/total-of.ts';
import type { DeskState } from './desk-state.ts';

type Received = z.infer<typeof DossierReceived>;
type Numbered = Received | z.infer<typeof DossierCodeAssigned> | ReceiptIssued | IntakeSlipIssued;

const KIND = {
  'dossier-received': 'dossier-code',
  'dossier-code-assigned': 'dossier-code',
  'receipt-issued': 'receipt',
  'intake-slip-issued': 'intake-slip',
} as const satisfies Record<Numbered['type'], NumberKind>;

function agreesWithDossier(fact: Numbered, dossier: DossierState | undefined): boolean {
  if (fact.type === 'dossier-received' || fact.type === 'dossier-code-assigned') return true;
  if (fact.type === 'intake-slip-issued') return dossier?.slip === null;
  if (dossier?.receipt !== null) return false;
  const { applicant, feeLines, paymentMethod } = dossier.content;
  const charged = feeLines.filter((line) => line.unitVnd > 0);
  const payer = fact.payerName === applicant.fullName && fact.payerAddress === applicant.address;
  return (
    payer &&
    // A fee collected later is paid as the citizen pays it then.
    (fact.method === paymentMethod || dossier.feeDeferred === true) &&
    sameFees(fact.lines, charged) &&
    findTotal(fact.lines) === fact.totalVnd
  );
}

/** The block was lent for just this day, series and year, and the code is made of its number. */
function isOfLease(
  fact: Numbered,
  number: number,
  lease: NumberLease,
  dossier: DossierState | undefined,
): boolean {
  switch (lease.kind) {
    case 'dossier-code': {
      if (fact.type !== 'dossier-received' && fact.type !== 'dossier-code-assigned') return false;
      const received = fact.type === 'dossier-received' ? fact.receivedAt : dossier?.receivedAt;
      return (
        received !== undefined &&
        lease.date === hanoiDate(received) &&
        fact.code === composeDossierCode(lease.unitCode, lease.date, number)
      );
    }
    case 'receipt':
      return (
        fact.type === 'receipt-issued' &&
        lease.year === hanoiYear(fact.issuedAt) &&
        lease.form === fact.form &&
        lease.series === fact.series
      );
    case 'intake-slip':
      return fact.type === 'intake-slip-issued' && lease.year === hanoiYear(fact.issuedAt);
    default:
      return assertNever(lease);
  }
}

/** A paper without a number of its own: only when there was none left, and then called as it must be. */
function checkNumberless(
  state: DeskState,
  fact: Received | IntakeSlipIssued,
  dossier: DossierState | undefined,
): Result<null, Failure> {
  const { desk } = state;
  if (desk === null) return fail('desk-not-enrolled', 'call-support');
  if (fact.type === 'intake-slip-issued') {
    if (findNextNumber(state.leases, slipWant(fact.issuedAt)) !== null) {
      return fail('number-left-unused', 'call-support', { type: fact.type });
    }
    return agreesWithDossier(fact, dossier) ? ok(null) : fail('paper-disagrees', 'call-support');
  }
  const want = dossierCodeWant(desk.branch.unitCode, fact.receivedAt);
  if (findNextNumber(state.leases, want) !== null) {
    return fail('number-left-unused', 'call-support', { type: fact.type });
  }
  return fact.code === nextProvisionalCode(state.dossiers.values(), desk.deskId, want.date)
    ? ok(null)
    : fail('provisional-code-out-of-order', 'call-support', { code: fact.code });
}

/**
 * A number that goes onto paper: free, from a block lent for just this, the next one, and the paper agrees with the dossier.
 * Failures: those of `checkFreeNumber`; `number-not-of-lease` (day, year, code or series are not the block's),
 * `number-out-of-order`, `paper-disagrees`; of a paper without a number `number-left-unused` (there was one),
 * `provisional-code-out-of-order` (not this desk's next one of the day).
 */
export function checkNumberedPapers(
  state: DeskState,
  fact: Numbered,
  dossier: DossierState | undefined,
): Result<null, Failure> {
  const { leased } = fact;
  if (leased === null) {
    const may = fact.type === 'dossier-received' || fact.type === 'intake-slip-issued';
    return may ? checkNumberless(state, fact, dossier) : fail('lease-unknown', 'call-support');
  }
  const { leaseId, number } = leased;
  const free = checkFreeNumber(state.leases, KIND[fact.type], leased);
  if (!free.ok) return free;
  if (!isOfLease(fact, number, free.value, dossier)) {
    return fail('number-not-of-lease', 'call-support', { number });
  }
  // Ranges are used ascending (NĐ 254/2026 Đ25), and a number passed over would never be explained.
  const next = findNextNumber(state.leases, free.value);
  if (next?.leaseId !== leaseId || next.number !== number) {
    return fail('number-out-of-order', 'call-support', { number });
  }
  return agreesWithDossier(fact, dossier) ? ok(null) : fail('paper-disagrees', 'call-support', { number });
}
