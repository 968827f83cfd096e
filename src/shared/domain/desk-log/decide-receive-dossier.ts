import { fail, ok } from '../../base/result.ts';
import { checkContent } from '../dossier/check-content.ts';
import { findListedProcedure } from '../dossier/dossier-procedure.ts';
import { nextCode } from '../dossier/next-code.ts';
import { slipWant } from '../dossier/wanted-numbers.ts';
import { tellDueDate } from '../due-date/compute-due-date.ts';
import { findNextNumber } from '../number-lease/find-next-number.ts';
import { checkDeskAction } from '../sign-off/check-action.ts';
import { actingOfficer } from './acting-officer.ts';
import type { ReceiveDossier } from './command.ts';
import type { Decision, DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';
import { issueReceipt } from './issue-receipt.ts';

/**
 * "Tiếp nhận": dossier, receipt (when money is taken), intake slip and submission in one commit, each with its number.
 * Numbers that ran out turn no citizen away: without a code of the day the dossier gets a provisional one, without a
 * receipt number the fee is collected later (`FeeDeferred`), without a slip number the slip bears the dossier's code.
 * Failures: those of `actingOfficer`, `checkDeskAction`, `checkContent`, `issueReceipt`; `dossier-already-received`,
 * `procedure-unknown`, `procedure-outdated` (the catalogue changed while the draft lay).
 */
export function decideReceiveDossier(
  state: DeskState,
  command: ReceiveDossier,
  context: DecisionContext,
): Decision {
  const acting = actingOfficer(state);
  if (!acting.ok) return acting;
  const { desk, officer } = acting.value;
  const allowed = checkDeskAction(officer, 'receive');
  if (!allowed.ok) return allowed;
  const { dossierId } = command;
  if (state.dossiers.has(dossierId)) return fail('dossier-already-received', 'officer-decides');

  const { now, reference, calendar } = context;
  const procedure = findListedProcedure(command.content.procedure, reference);
  if (!procedure.ok) return procedure;
  const checked = checkContent(command.content, procedure.value);
  if (!checked.ok) return checked;
  const content = checked.value;

  const { code, leased } = nextCode(state, desk, now);
  const slip = findNextNumber(state.leases, slipWant(now));
  const receipt = issueReceipt(state, dossierId, content, context);
  if (!receipt.ok) return receipt;

  // What the citizen was told is a fact of its own: a later calendar does not change what the slip says.
  const due = tellDueDate(now, content.procedure.processing, calendar);
  const deferred = receipt.value.deferred ? { feeDeferred: true as const } : {};
  return ok([
    {
      type: 'dossier-received',
      dossierId,
      code,
      leased,
      content,
      receivedAt: now,
      ...due,
      ...deferred,
    },
    ...receipt.value.facts,
    { type: 'intake-slip-issued', dossierId, leased: slip, issuedAt: now },
    { type: 'dossier-submitted', dossierId },
  ]);
}
