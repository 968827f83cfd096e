import { hanoiDate } from '../../base/hanoi-time.ts';
import { ok } from '../../base/result.ts';
import { checkDayBegun, checkDayCount } from '../day/check-day-closed.ts';
import { reconcileDay } from '../day/reconcile-day.ts';
import { checkDeskAction } from '../sign-off/check-action.ts';
import { actingOfficer } from './acting-officer.ts';
import type { CloseDay } from './command.ts';
import type { Decision, DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';

/**
 * "Chốt ngày": paper, desk and city next to each other, with what differs by dossier. Failures: those of `actingOfficer`,
 * `checkDeskAction`; `day-not-begun`, `day-note-needed`.
 */
export function decideCloseDay(state: DeskState, command: CloseDay, { now }: DecisionContext): Decision {
  const acting = actingOfficer(state);
  if (!acting.ok) return acting;
  const allowed = checkDeskAction(acting.value.officer, 'close-day');
  if (!allowed.ok) return allowed;
  const begun = checkDayBegun(command.date, hanoiDate(now));
  if (!begun.ok) return begun;
  const standing = reconcileDay(state.dossiers.values(), command.date);
  const note = command.note.trim();
  const counted = checkDayCount({ ...standing, paperCount: command.paperCount, note });
  if (!counted.ok) return counted;
  const differences = [...standing.differences];
  return ok([{ type: 'day-closed', ...standing, differences, paperCount: command.paperCount, note }]);
}
