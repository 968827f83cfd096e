import type { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import { composeDossierCode } from '../dossier/dossier-code.ts';
import type { DossierReceived } from '../dossier/dossier-received.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { IntakeSlipIssued } from '../intake-slip/intake-slip.ts';
import { checkFreeNumber } from '../number-lease/check-lease.ts';
import type { NumberKind } from '../number-lease/number-lease.ts';
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
  const charged = dossier?.content.feeLines.filter((line) => line.unitVnd > 0) ?? [];
  return (
    dossier?.receipt === null && sameFees(fact.lines, charged) && findTotal(fact.lines) === fact.totalVnd
  );
}

/**
 * A number that goes onto paper: free, from a block lent for just this, and the paper agrees with the dossier.
 * Failures: those of `checkFreeNumber`; `number-not-of-lease` (code or series are not the block's), `paper-disagrees`.
 */
export function checkNumberedPapers(
  state: DeskState,
  fact: Numbered,
  dossier: DossierState | undefined,
): Result<null, Failure> {
  const free = checkFreeNumber(state.leases, KIND[fact.type], fact.leased);
  if (!free.ok) return free;
  const lease = free.value;
  const facts = { number: fact.leased.number };
  if (fact.type === 'dossier-received' && lease.kind === 'dossier-code') {
    const code = composeDossierCode(lease.unitCode, lease.date, fact.leased.number);
    if (fact.code !== code) return fail('number-not-of-lease', 'call-support', facts);
  }
  if (fact.type === 'receipt-issued' && lease.kind === 'receipt') {
    if (fact.form !== lease.form || fact.series !== lease.series) {
      return fail('number-not-of-lease', 'call-support', facts);
    }
  }
  return agreesWithDossier(fact, dossier) ? ok(null) : fail('paper-disagrees', 'call-support', facts);
}
