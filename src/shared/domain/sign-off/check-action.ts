import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { Officer } from '../officer/officer.ts';
import {
  actionsAtDesk,
  actionsInStatus,
  type DeskAction,
  type DossierAction,
  isOwnDossier,
} from './allowed-actions.ts';

/** Failure: `role-may-not`. */
export function checkDeskAction(officer: Officer, action: DeskAction): Result<null, Failure> {
  if (!actionsAtDesk(officer.role).includes(action)) {
    return fail('role-may-not', 'officer-decides', { action, role: officer.role });
  }
  return ok(null);
}

/**
 * Failures: `role-may-not` (never in this role), `status-forbids` (not as the dossier stands now),
 * `own-dossier` (four eyes).
 */
export function checkAction(
  officer: Officer,
  dossier: DossierState,
  action: DossierAction,
): Result<null, Failure> {
  const facts = { action, status: dossier.status, code: dossier.code };
  if (!actionsInStatus(officer.role, dossier.status).includes(action)) {
    const inAnyStatus = (['received', 'submitted', 'approved', 'returned'] as const).some((status) =>
      actionsInStatus(officer.role, status).includes(action),
    );
    return inAnyStatus
      ? fail('status-forbids', 'officer-decides', facts)
      : fail('role-may-not', 'officer-decides', { action, role: officer.role });
  }
  if (action === 'approve' && isOwnDossier(dossier, officer)) {
    return fail('own-dossier', 'officer-decides', facts);
  }
  return ok(null);
}

/** What the supervisor saw must be what is there. Failure: `content-changed`. */
export function checkSeenContent(dossier: DossierState, contentHash: string): Result<null, Failure> {
  if (dossier.contentHash === contentHash) return ok(null);
  return fail('content-changed', 'officer-decides', { code: dossier.code });
}
