import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import { checkContent } from '../dossier/check-content.ts';
import type { DossierContent } from '../dossier/dossier-received.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { findTotal, sameFees } from '../receipt/total-of.ts';
import type { DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';
import { issueReceipt, type ReceiptOrNone } from './issue-receipt.ts';

export type ChangedDossier = { readonly content: DossierContent; readonly receipt: ReceiptOrNone };

/**
 * A dossier that was received, put right: its new content with the receipt when money is taken only now. Failures: those
 * of `checkContent` and `issueReceipt`; `fees-fixed` (a receipt is never edited).
 * @param procedure whose rows the content is judged by; null: they are not known any more
 */
export function settleChanged(
  state: DeskState,
  dossier: DossierState,
  changed: DossierContent,
  procedure: Procedure | null,
  context: DecisionContext,
): Result<ChangedDossier, Failure> {
  const paid = dossier.receipt !== null;
  const checked = checkContent(changed, procedure, paid ? 'settled' : 'open');
  if (!checked.ok) return checked;
  const content = checked.value;
  if (paid && !sameFees(content.feeLines, dossier.content.feeLines)) {
    return fail('fees-fixed', 'officer-decides', { code: dossier.code });
  }
  // A fee that waits is collected by an order of its own, when the citizen is here to pay it.
  const waits = dossier.feeDeferred === true && !paid;
  const none: ReceiptOrNone = { facts: [], deferred: waits && findTotal(content.feeLines) !== 0 };
  const receipt = paid || waits ? ok(none) : issueReceipt(state, dossier.dossierId, content, context);
  return receipt.ok ? ok({ content, receipt: receipt.value }) : receipt;
}
