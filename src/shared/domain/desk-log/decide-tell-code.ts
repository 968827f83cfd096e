import { ok } from '../../base/result.ts';
import { checkDeskAction } from '../sign-off/check-action.ts';
import { officerAndDossier } from './acting-officer.ts';
import { checkCodeTold } from './assign-codes.ts';
import type { TellCode } from './command.ts';
import type { Decision } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';

/**
 * "Đã báo công dân": whoever holds a slip with the provisional code knows the final one. Failures: those of
 * `officerAndDossier`, `checkDeskAction`; `code-not-changed`, `code-told-already`.
 */
export function decideTellCode(state: DeskState, command: TellCode): Decision {
  const found = officerAndDossier(state, command.dossierId);
  if (!found.ok) return found;
  const { officer, dossier } = found.value;
  const allowed = checkDeskAction(officer, 'tell-code');
  if (!allowed.ok) return allowed;
  const told = checkCodeTold(dossier, dossier.code);
  return told.ok ? ok([{ type: 'dossier-code-told', dossierId: dossier.dossierId, code: told.value }]) : told;
}
