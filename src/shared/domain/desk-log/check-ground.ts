import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import { checkContent } from '../dossier/check-content.ts';
import { findListedProcedure, sameProcedure } from '../dossier/dossier-procedure.ts';
import type { DossierReceived } from '../dossier/dossier-received.ts';
import type { DossierResent } from '../dossier/dossier-resent.ts';
import { tellDueDate } from '../due-date/compute-due-date.ts';
import type { DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';
import type { Fact } from './fact.ts';

/** Catalogue and calendar as the city signed them, main's own copy. */
export type Ground = Pick<DecisionContext, 'calendar'> & {
  readonly reference: Pick<DecisionContext['reference'], 'version' | 'procedures'>;
};

/** The citizen's due date is a right (NĐ 118/2025 Đ17): counted here again, whoever counted it before. */
function checkDueDate(fact: DossierReceived | DossierResent, { calendar }: Ground): Result<null, Failure> {
  const due = tellDueDate(fact.receivedAt, fact.content.procedure.processing, calendar);
  return fact.dueAt === due.dueAt && fact.dueEstimated === due.dueEstimated
    ? ok(null)
    : fail('due-date-differs', 'call-support', { code: fact.code });
}

/**
 * The part of main's guard that needs catalogue and calendar: a dossier is received on a procedure that the city lists
 * now, with the papers that it asks for and the due date that it gives. A dossier sent again keeps what it was given,
 * except on another procedure.
 * Failures: `reference-missing` (`ground` null), `procedure-unknown`, `procedure-outdated`, `due-date-differs`, those of
 * `checkContent`.
 */
export function checkGround(state: DeskState, fact: Fact, ground: Ground | null): Result<null, Failure> {
  if (fact.type !== 'dossier-received' && fact.type !== 'dossier-resent') return ok(null);
  if (fact.type === 'dossier-resent') {
    const before = state.dossiers.get(fact.dossierId)?.content.procedure;
    if (before !== undefined && sameProcedure(before, fact.content.procedure)) return ok(null);
  }
  if (ground === null) return fail('reference-missing', 'retry-later');
  const procedure = findListedProcedure(fact.content.procedure, ground.reference);
  if (!procedure.ok) return procedure;
  const content = checkContent(
    fact.content,
    procedure.value,
    fact.type === 'dossier-resent' ? 'settled' : 'open',
  );
  return content.ok ? checkDueDate(fact, ground) : content;
}
