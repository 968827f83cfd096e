import { fail, ok } from '../../base/result.ts';
import { checkContent } from '../dossier/check-content.ts';
import { findProcedureAtIntake, sameProcedure } from '../dossier/dossier-procedure.ts';
import { findTotal, sameFees } from '../receipt/total-of.ts';
import { checkAction } from '../sign-off/check-action.ts';
import { officerAndDossier } from './acting-officer.ts';
import type { CorrectDossier } from './command.ts';
import type { Decision, DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';
import { issueReceipt, type ReceiptOrNone } from './issue-receipt.ts';

/**
 * A returned dossier put right and submitted again in one commit; with a receipt when money is taken only now.
 * Failures: those of `officerAndDossier`, `checkAction`, `checkContent`, `issueReceipt`; `procedure-fixed` (another
 * procedure is another dossier: code and due date are printed), `fees-fixed` (a receipt is never edited).
 */
export function decideCorrectDossier(
  state: DeskState,
  command: CorrectDossier,
  context: DecisionContext,
): Decision {
  const found = officerAndDossier(state, command.dossierId);
  if (!found.ok) return found;
  const { officer, dossier } = found.value;
  const allowed = checkAction(officer, dossier, 'correct');
  if (!allowed.ok) return allowed;

  const { dossierId } = command;
  const intake = dossier.content.procedure;
  if (!sameProcedure(command.content.procedure, intake)) return fail('procedure-fixed', 'officer-decides');
  const procedure = findProcedureAtIntake(context.reference.procedures, dossier.content);
  const paid = dossier.receipt !== null;
  const checked = checkContent(command.content, procedure, paid ? 'settled' : 'open');
  if (!checked.ok) return checked;
  const content = checked.value;
  if (paid && !sameFees(content.feeLines, dossier.content.feeLines)) {
    return fail('fees-fixed', 'officer-decides', { code: dossier.code });
  }
  // A fee that waits is collected by an order of its own, when the citizen is here to pay it.
  const waits = dossier.feeDeferred === true && !paid;
  const none: ReceiptOrNone = { facts: [], deferred: waits && findTotal(content.feeLines) !== 0 };
  const receipt = paid || waits ? ok(none) : issueReceipt(state, dossierId, content, context);
  if (!receipt.ok) return receipt;
  const deferred = receipt.value.deferred ? { feeDeferred: true as const } : {};
  return ok([
    { type: 'dossier-corrected', dossierId, content, ...deferred },
    ...receipt.value.facts,
    { type: 'dossier-submitted', dossierId },
  ]);
}
