import { hanoiYear } from '../../base/hanoi-time.ts';
import { countNumbersLeft } from '../number-lease/find-next-number.ts';
import { findReceiptNumber } from '../number-lease/find-receipt-number.ts';
import { sumOfLines } from '../receipt/total-of.ts';
import type { GivenCode } from './dossier-received.ts';
import type { DossierState } from './dossier-state.ts';
import type { DraftContext, DraftGround } from './draft-ground.ts';
import type { DraftProblem, IntakeDraft } from './intake-draft.ts';
import { nextCode } from './next-code.ts';
import { slipWant } from './wanted-numbers.ts';

export type NextReceipt = { readonly form: string; readonly series: string; readonly number: number };

/** A kind of number of which none is left. */
export type NumberNote = {
  readonly code: 'dossier-numbers-exhausted' | 'receipt-numbers-exhausted' | 'intake-slip-numbers-exhausted';
};

export type DraftNumbers = {
  readonly problems: readonly DraftProblem[];
  /** A kind of number that is used up and what is done instead; none of them is in the way. */
  readonly notes: readonly NumberNote[];
  readonly nextCode: GivenCode | null;
  readonly nextReceipt: NextReceipt | null;
};

/** The receipt that pressing the button would give; undefined: none is due, null: it is due and none is left. */
function receiptOf(
  draft: IntakeDraft,
  corrected: DossierState | undefined,
  state: DraftGround,
  context: DraftContext,
): NextReceipt | null | undefined {
  if (corrected?.receipt != null || sumOfLines(draft.feeLines) === 0) return undefined;
  // Deferred at intake: it waits for "Thu phí", whatever is corrected.
  if (corrected?.feeDeferred === true) return undefined;
  const next = findReceiptNumber(state.leases, context.reference.receipt, hanoiYear(context.now));
  return next === null ? null : { form: next.form, series: next.series, number: next.leased.number };
}

/** The numbers this draft would use, and a note for each kind that is used up. */
export function findDraftNumbers(
  draft: IntakeDraft,
  corrected: DossierState | undefined,
  state: DraftGround,
  context: DraftContext,
): DraftNumbers {
  const { desk } = state;
  if (desk === null) {
    const problems = [{ code: 'desk-not-enrolled', place: 'numbers' as const }];
    return { problems, notes: [], nextCode: null, nextReceipt: null };
  }
  const receipt = receiptOf(draft, corrected, state, context);
  const notes: NumberNote[] = receipt === null ? [{ code: 'receipt-numbers-exhausted' }] : [];
  const nextReceipt = receipt ?? null;
  if (corrected !== undefined) return { problems: [], notes, nextCode: corrected.code, nextReceipt };

  const { code, leased } = nextCode(state, desk, context.now);
  if (leased === null) notes.unshift({ code: 'dossier-numbers-exhausted' });
  if (countNumbersLeft(state.leases, slipWant(context.now)) === 0) {
    notes.push({ code: 'intake-slip-numbers-exhausted' });
  }
  return { problems: [], notes, nextCode: code, nextReceipt };
}
