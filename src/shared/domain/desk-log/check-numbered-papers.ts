import type { z } from 'zod';
import { hanoiDate, hanoiYear } from '../../base/hanoi-time.ts';
import { assertNever, type Failure, fail, ok, type Result } from '../../base/result.ts';
import { composeDossierCode } from '../dossier/dossier-code.ts';
import type { DossierReceived } from '../dossier/dossier-received.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { IntakeSlipIssued } from '../intake-slip/intake-slip.ts';
import { checkFreeNumber } from '../number-lease/check-lease.ts';
import { findNextNumber } from '../number-lease/find-next-number.ts';
import type { NumberKind, NumberLease } from '../number-lease/number-lease.ts';
import type { ReceiptIssued } from '../receipt/receipt.ts';
import { findTotal, sameFees } from '../receipt/total-of.ts';
import type { DeskState } from './desk-state.ts';

type Numbered = z.infer<typeof DossierReceived> | ReceiptIssued | IntakeSlipIssued;

const KIND = {
  'dossier-received': 'dossier-code',
  'receipt-issued': 'receipt',
  'intake-slip-issued': 'intake-slip',
} as const satisfies Record<Numbered['type'], NumberKind>;

function agreesWithDossier(fact: Numbered, dossier: DossierState | undefined): boolean {
  if (fact.type === 'dossier-received') return true;
  if (fact.type === 'intake-slip-issued') return dossier?.slip === null;
  if (dossier?.receipt !== null) return false;
  const { applicant, feeLines, paymentMethod } = dossier.content;
  const charged = feeLines.filter((line) => line.unitVnd > 0);
  const payer = fact.payerName === applicant.fullName && fact.payerAddress === applicant.address;
  return (
    payer &&
    fact.method === paymentMethod &&
    sameFees(fact.lines, charged) &&
    findTotal(fact.lines) === fact.totalVnd
  );
}

/** The block was lent for just this day, series and year, and the code is made of its number. */
function isOfLease(fact: Numbered, lease: NumberLease): boolean {
  switch (lease.kind) {
    case 'dossier-code':
      return (
        fact.type === 'dossier-received' &&
        lease.date === hanoiDate(fact.receivedAt) &&
        fact.code === composeDossierCode(lease.unitCode, lease.date, fact.leased.number)
      );
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

/** The very number that is next: ranges are used ascending (NĐ 254/2026 Đ25), and one passed over would never be explained. */
function isNext(state: DeskState, fact: Numbered, lease: NumberLease): boolean {
  const next = findNextNumber(state.leases, lease);
  return next?.leaseId === fact.leased.leaseId && next.number === fact.leased.number;
}

/**
 * A number that goes onto paper: free, from a block lent for just this, the next one, and the paper agrees with the dossier.
 * Failures: those of `checkFreeNumber`; `number-not-of-lease` (day, year, code or series are not the block's),
 * `number-out-of-order`, `paper-disagrees`.
 */
export function checkNumberedPapers(
  state: DeskState,
  fact: Numbered,
  dossier: DossierState | undefined,
): Result<null, Failure> {
  const free = checkFreeNumber(state.leases, KIND[fact.type], fact.leased);
  if (!free.ok) return free;
  const facts = { number: fact.leased.number };
  if (!isOfLease(fact, free.value)) return fail('number-not-of-lease', 'call-support', facts);
  if (!isNext(state, fact, free.value)) return fail('number-out-of-order', 'call-support', facts);
  return agreesWithDossier(fact, dossier) ? ok(null) : fail('paper-disagrees', 'call-support', facts);
}
