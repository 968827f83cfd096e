import { fail, ok } from '../../base/result.ts';
import { checkAction, checkSeenContent } from '../sign-off/check-action.ts';
import { DossierReturned } from '../sign-off/sign-off.ts';
import { officerAndDossier } from './acting-officer.ts';
import type { ApproveDossier, ReturnDossier, SubmitDossier } from './command.ts';
import type { Decision } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';

/** Failures: those of `officerAndDossier` and `checkAction`. */
export function decideSubmitDossier(state: DeskState, command: SubmitDossier): Decision {
  const found = officerAndDossier(state, command.dossierId);
  if (!found.ok) return found;
  const allowed = checkAction(found.value.officer, found.value.dossier, 'submit');
  return allowed.ok ? ok([{ type: 'dossier-submitted', dossierId: command.dossierId }]) : allowed;
}

/** Failures: those of `officerAndDossier`, `checkAction` (`own-dossier` among them) and `checkSeenContent`. */
export function decideApproveDossier(state: DeskState, command: ApproveDossier): Decision {
  const found = officerAndDossier(state, command.dossierId);
  if (!found.ok) return found;
  const { officer, dossier } = found.value;
  const allowed = checkAction(officer, dossier, 'approve');
  if (!allowed.ok) return allowed;
  const seen = checkSeenContent(dossier, command.contentHash);
  if (!seen.ok) return seen;
  return ok([{ type: 'dossier-approved', dossierId: dossier.dossierId, contentHash: dossier.contentHash }]);
}

/** Failures: those of `officerAndDossier` and `checkAction`; `reason-missing` (3 to 1,000 characters). */
export function decideReturnDossier(state: DeskState, command: ReturnDossier): Decision {
  const found = officerAndDossier(state, command.dossierId);
  if (!found.ok) return found;
  const allowed = checkAction(found.value.officer, found.value.dossier, 'return');
  if (!allowed.ok) return allowed;
  const { dossierId, reason } = command;
  const fact = DossierReturned.safeParse({ type: 'dossier-returned', dossierId, reason });
  return fact.success ? ok([fact.data]) : fail('reason-missing', 'officer-decides');
}
