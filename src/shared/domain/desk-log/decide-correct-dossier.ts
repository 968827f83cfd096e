import { fail, ok } from '../../base/result.ts';
import { findProcedureAtIntake, sameProcedure } from '../dossier/dossier-procedure.ts';
import { checkAction } from '../sign-off/check-action.ts';
import { officerAndDossier } from './acting-officer.ts';
import type { CorrectDossier } from './command.ts';
import type { Decision, DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';
import { settleChanged } from './settle-changed.ts';

/**
 * A returned dossier put right and submitted again in one commit; with a receipt when money is taken only now.
 * Failures: those of `officerAndDossier`, `checkAction`, `settleChanged`; `procedure-fixed` (another procedure is another
 * dossier: code and due date are printed).
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
  const settled = settleChanged(state, dossier, command.content, procedure, context);
  if (!settled.ok) return settled;
  const { content, receipt } = settled.value;
  const deferred = receipt.deferred ? { feeDeferred: true as const } : {};
  return ok([
    { type: 'dossier-corrected', dossierId, content, ...deferred },
    ...receipt.facts,
    { type: 'dossier-submitted', dossierId },
  ]);
}
