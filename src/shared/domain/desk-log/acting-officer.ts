import type { DossierId } from '../../base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { Officer } from '../officer/officer.ts';
import type { DeskState } from './desk-state.ts';

/** Who acts, and at which desk. Failures: `desk-not-enrolled`, `not-signed-in`. */
export function actingOfficer(state: DeskState): Result<{ desk: Desk; officer: Officer }, Failure> {
  if (state.desk === null) return fail('desk-not-enrolled', 'call-support');
  if (state.signedIn === null) return fail('not-signed-in', 'officer-decides');
  return ok({ desk: state.desk, officer: state.signedIn });
}

/** Failures: those of `actingOfficer`, `dossier-unknown`. */
export function officerAndDossier(
  state: DeskState,
  dossierId: DossierId,
): Result<{ officer: Officer; dossier: DossierState }, Failure> {
  const acting = actingOfficer(state);
  if (!acting.ok) return acting;
  const dossier = state.dossiers.get(dossierId);
  if (dossier === undefined) return fail('dossier-unknown', 'call-support');
  return ok({ officer: acting.value.officer, dossier });
}
