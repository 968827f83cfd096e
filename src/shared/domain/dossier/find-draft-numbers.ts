import { countNumbersLeft, findNextNumber } from '../number-lease/find-next-number.ts';
import { sumOfLines } from '../receipt/total-of.ts';
import { composeDossierCode } from './dossier-code.ts';
import type { DossierCode } from './dossier-received.ts';
import type { DossierState } from './dossier-state.ts';
import type { DraftContext, DraftGround } from './draft-ground.ts';
import type { DraftProblem, IntakeDraft } from './intake-draft.ts';
import { dossierCodeWant, receiptWant, slipWant } from './wanted-numbers.ts';

export type NextReceipt = { readonly form: string; readonly series: string; readonly number: number };

export type DraftNumbers = {
  readonly problems: readonly DraftProblem[];
  readonly nextCode: DossierCode | null;
  readonly nextReceipt: NextReceipt | null;
};

const exhausted = (code: string): DraftProblem => ({ code, place: 'numbers' });

/** The receipt that pressing the button would give; undefined: none is due. */
function receiptOf(
  draft: IntakeDraft,
  corrected: DossierState | undefined,
  state: DraftGround,
  context: DraftContext,
): NextReceipt | null | undefined {
  if (corrected?.receipt != null || sumOfLines(draft.feeLines) === 0) return undefined;
  const { form, series } = context.reference.receipt;
  const leased = findNextNumber(state.leases, receiptWant({ form, series }, context.now));
  return leased === null ? null : { form, series, number: leased.number };
}

/** The numbers this draft would use, and a problem for each kind that is used up. */
export function findDraftNumbers(
  draft: IntakeDraft,
  corrected: DossierState | undefined,
  state: DraftGround,
  context: DraftContext,
): DraftNumbers {
  if (state.desk === null)
    return { problems: [exhausted('desk-not-enrolled')], nextCode: null, nextReceipt: null };
  const receipt = receiptOf(draft, corrected, state, context);
  const problems = receipt === null ? [exhausted('receipt-numbers-exhausted')] : [];
  const nextReceipt = receipt ?? null;
  if (corrected !== undefined) return { problems, nextCode: corrected.code, nextReceipt };

  const { unitCode } = state.desk.branch;
  const want = dossierCodeWant(unitCode, context.now);
  const leased = findNextNumber(state.leases, want);
  if (leased === null) problems.unshift(exhausted('dossier-numbers-exhausted'));
  if (countNumbersLeft(state.leases, slipWant(context.now)) === 0) {
    problems.push(exhausted('intake-slip-numbers-exhausted'));
  }
  const nextCode = leased === null ? null : composeDossierCode(unitCode, want.date, leased.number);
  return { problems, nextCode, nextReceipt };
}
