import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { Officer } from '../officer/officer.ts';
import {
  actionsAtDesk,
  actionsInStatus,
  type DeskAction,
  type DossierAction,
  isEverAllowed,
  isOwnDossier,
  neededFirst,
} from './action-table.ts';

/** Failure: `role-may-not`. */
export function checkDeskAction(officer: Officer, action: DeskAction): Result<null, Failure> {
  if (!actionsAtDesk(officer.role).includes(action)) {
    return fail('role-may-not', 'officer-decides', { action, role: officer.role });
  }
  return ok(null);
}

/** What stands in the way of any other step, by what is needed first. */
const FIRST = { resolve: 'conflict-open', resend: 'city-refused' } as const;
/** Asked for although there is nothing of the kind. */
const NEEDLESS = { resolve: 'no-conflict', resend: 'not-refused' } as const;

/**
 * Failures: `role-may-not` (never in this role), `status-forbids` (not as the dossier stands now), `conflict-open` and
 * `city-refused` (something else is needed first), `no-conflict`, `not-refused` (nothing to do it about), `own-dossier`
 * (four eyes), `not-your-dossier` (`resolve` is the receiving officer's or a supervisor's).
 */
export function checkAction(
  officer: Officer,
  dossier: DossierState,
  action: DossierAction,
): Result<null, Failure> {
  const facts = { action, status: dossier.status, code: dossier.code };
  if (!actionsInStatus(officer.role, dossier.status).includes(action)) {
    return isEverAllowed(officer.role, action)
      ? fail('status-forbids', 'officer-decides', facts)
      : fail('role-may-not', 'officer-decides', { action, role: officer.role });
  }
  const first = neededFirst(dossier);
  if (first !== null && first !== action && action !== 'submit')
    return fail(FIRST[first], 'officer-decides', facts);
  if (first === null && (action === 'resend' || action === 'resolve')) {
    return fail(NEEDLESS[action], 'officer-decides', facts);
  }
  const own = isOwnDossier(dossier, officer);
  if (action === 'approve' && own) return fail('own-dossier', 'officer-decides', facts);
  if (action === 'resolve' && !own && officer.role !== 'branch-supervisor') {
    return fail('not-your-dossier', 'officer-decides', facts);
  }
  return ok(null);
}

/** What this officer may do to this dossier now: whatever `checkAction` takes. */
export const allowedActions = (officer: Officer, dossier: DossierState): readonly DossierAction[] =>
  actionsInStatus(officer.role, dossier.status).filter((action) => checkAction(officer, dossier, action).ok);

/** What the supervisor saw must be what is there. Failure: `content-changed`. */
export function checkSeenContent(dossier: DossierState, contentHash: string): Result<null, Failure> {
  if (dossier.contentHash === contentHash) return ok(null);
  return fail('content-changed', 'officer-decides', { code: dossier.code });
}
