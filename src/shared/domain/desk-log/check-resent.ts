import { canonicalJson } from '../../base/canonical-json.ts';
import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import { checkContent } from '../dossier/check-content.ts';
import { findRefusal } from '../dossier/city-standing.ts';
import { sameProcedure } from '../dossier/dossier-procedure.ts';
import type { DossierResent } from '../dossier/dossier-resent.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import { procedureIsFixed } from '../dossier/procedure-fixed.ts';
import { sameFees } from '../receipt/total-of.ts';
import type { DeskState } from './desk-state.ts';
import { resentDossier } from './resent-dossier.ts';

/**
 * Is this the very dossier that was refused, with nothing changed that was given out? Failures: `not-refused`,
 * `resent-differs` (number, receipt, slip or moment are not those of the dossier), `procedure-fixed`, `fees-fixed`, and
 * those of `checkContent`.
 */
export function checkResent(
  state: DeskState,
  fact: DossierResent,
  dossier: DossierState,
): Result<null, Failure> {
  const facts = { code: dossier.code };
  const refusal = findRefusal(dossier);
  if (refusal === null) return fail('not-refused', 'officer-decides', facts);
  if (canonicalJson(resentDossier(state.leases, dossier, refusal.seq, fact)) !== canonicalJson(fact)) {
    return fail('resent-differs', 'call-support', facts);
  }
  const same = sameProcedure(fact.content.procedure, dossier.content.procedure);
  if (!same && procedureIsFixed(dossier)) return fail('procedure-fixed', 'officer-decides');
  if (same && (fact.dueAt !== dossier.dueAt || fact.dueEstimated !== dossier.dueEstimated)) {
    return fail('resent-differs', 'call-support', facts);
  }
  if (dossier.receipt !== null && !sameFees(fact.content.feeLines, dossier.content.feeLines)) {
    return fail('fees-fixed', 'officer-decides', facts);
  }
  const content = checkContent(fact.content, null, 'settled');
  return content.ok ? ok(null) : content;
}
