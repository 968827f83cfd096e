import type { Failure, Result } from '../../base/result.ts';
import { fail, ok } from '../../base/result.ts';
import { findChanged } from '../dossier/changeable-fields.ts';
import { sameConflict } from '../dossier/city-conflict.ts';
import { ConflictResolved } from '../dossier/conflict-resolved.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import { openConflicts } from '../dossier/open-conflicts.ts';
import { checkAction } from '../sign-off/check-action.ts';
import { officerAndDossier } from './acting-officer.ts';
import type { ResolveConflict } from './command.ts';
import type { Decision } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';

/**
 * Is this a decision that can be made now? Failures: `no-conflict` (the city says nothing of the kind, or no longer),
 * `city-change-unfit` (this desk cannot hold the city's value: only its own can be kept).
 */
export function checkResolution(
  dossier: DossierState,
  { cursor, what, resolution }: Pick<ConflictResolved, 'cursor' | 'what' | 'resolution'>,
): Result<null, Failure> {
  const facts = { code: dossier.code };
  const open = openConflicts(dossier).some((each) => each.cursor === cursor && sameConflict(each.what, what));
  if (!open) return fail('no-conflict', 'officer-decides', facts);
  const unfit =
    resolution === 'accept-city' &&
    what.type === 'dossier-changed' &&
    findChanged(dossier.content, what.changes) === null;
  return unfit ? fail('city-change-unfit', 'officer-decides', facts) : ok(null);
}

/**
 * Desk and city said different things of a dossier, and an officer decides. Failures: those of `officerAndDossier`,
 * `checkAction` and `checkResolution`; `reason-missing` (3 to 1,000 characters).
 */
export function decideResolveConflict(state: DeskState, command: ResolveConflict): Decision {
  const { dossierId, cursor, what, resolution, note } = command;
  const found = officerAndDossier(state, dossierId);
  if (!found.ok) return found;
  const { officer, dossier } = found.value;
  const allowed = checkAction(officer, dossier, 'resolve');
  if (!allowed.ok) return allowed;
  const stands = checkResolution(dossier, command);
  if (!stands.ok) return stands;
  const type = 'conflict-resolved';
  const fact = ConflictResolved.safeParse({ type, dossierId, cursor, what, resolution, note });
  return fact.success ? ok([fact.data]) : fail('reason-missing', 'officer-decides');
}
