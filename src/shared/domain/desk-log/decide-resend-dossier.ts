import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import { findRefusal } from '../dossier/city-standing.ts';
import { findListedProcedure, findProcedureAtIntake, sameProcedure } from '../dossier/dossier-procedure.ts';
import type { DossierContent } from '../dossier/dossier-received.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import { procedureIsFixed } from '../dossier/procedure-fixed.ts';
import { tellDueDate } from '../due-date/compute-due-date.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { checkAction } from '../sign-off/check-action.ts';
import { officerAndDossier } from './acting-officer.ts';
import type { ResendDossier } from './command.ts';
import type { Decision, DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';
import { resentDossier } from './resent-dossier.ts';
import { settleChanged } from './settle-changed.ts';

/** The procedure that the content answers to, as far as it is known; another one only where the city knows not the old. */
function procedureFor(
  content: DossierContent,
  dossier: DossierState,
  { reference }: DecisionContext,
): Result<Procedure | null, Failure> {
  if (sameProcedure(content.procedure, dossier.content.procedure)) {
    return ok(findProcedureAtIntake(reference.procedures, dossier.content));
  }
  if (procedureIsFixed(dossier)) return fail('procedure-fixed', 'officer-decides');
  return findListedProcedure(content.procedure, reference);
}

/**
 * A dossier that the city refused, put right and sent again under its number, and submitted again, in one commit; with a
 * receipt when money is taken only now. What was printed is never changed; a due date only with another procedure.
 * Failures: those of `officerAndDossier`, `checkAction`, `settleChanged`; `not-refused`, `procedure-fixed`,
 * `procedure-unknown`, `procedure-outdated`.
 */
export function decideResendDossier(
  state: DeskState,
  command: ResendDossier,
  context: DecisionContext,
): Decision {
  const found = officerAndDossier(state, command.dossierId);
  if (!found.ok) return found;
  const { officer, dossier } = found.value;
  const allowed = checkAction(officer, dossier, 'resend');
  if (!allowed.ok) return allowed;
  const refusal = findRefusal(dossier);
  if (refusal === null) return fail('not-refused', 'officer-decides', { code: dossier.code });

  const procedure = procedureFor(command.content, dossier, context);
  if (!procedure.ok) return procedure;
  const settled = settleChanged(state, dossier, command.content, procedure.value, context);
  if (!settled.ok) return settled;
  const { content, receipt } = settled.value;

  const same = sameProcedure(content.procedure, dossier.content.procedure);
  const told = same
    ? { dueAt: dossier.dueAt, dueEstimated: dossier.dueEstimated }
    : tellDueDate(dossier.receivedAt, content.procedure.processing, context.calendar);
  const feeDeferred = receipt.deferred ? (true as const) : undefined;
  return ok([
    resentDossier(state.leases, dossier, refusal.seq, { content, ...told, feeDeferred }),
    ...receipt.facts,
    { type: 'dossier-submitted', dossierId: dossier.dossierId },
  ]);
}
