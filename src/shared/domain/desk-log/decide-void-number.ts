import { fail, ok } from '../../base/result.ts';
import { checkFreeNumber } from '../number-lease/check-lease.ts';
import { checkDeskAction } from '../sign-off/check-action.ts';
import { actingOfficer } from './acting-officer.ts';
import type { VoidNumber } from './command.ts';
import type { Decision } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';

/** Failures: those of `actingOfficer`, `checkDeskAction`, `checkFreeNumber`; `reason-missing`. */
export function decideVoidNumber(state: DeskState, command: VoidNumber): Decision {
  const acting = actingOfficer(state);
  if (!acting.ok) return acting;
  const allowed = checkDeskAction(acting.value.officer, 'void-number');
  if (!allowed.ok) return allowed;
  const { kind, leaseId, number } = command;
  const free = checkFreeNumber(state.leases, kind, { leaseId, number });
  if (!free.ok) return free;
  const reason = command.reason.trim();
  if (reason === '') return fail('reason-missing', 'officer-decides');
  return ok([{ type: 'number-voided', kind, leaseId, number, reason }]);
}
