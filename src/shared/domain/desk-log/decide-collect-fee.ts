import { fail, ok } from '../../base/result.ts';
import { owesFee } from '../dossier/owes-fee.ts';
import { checkDeskAction } from '../sign-off/check-action.ts';
import { officerAndDossier } from './acting-officer.ts';
import type { CollectFee } from './command.ts';
import type { Decision, DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';
import { issueReceipt } from './issue-receipt.ts';

/**
 * "Thu phí": the fee that could not be collected at intake, under a receipt of the moment the money is taken.
 * Failures: those of `officerAndDossier`, `checkDeskAction`, `issueReceipt`; `fee-not-owed`, `receipt-numbers-exhausted`.
 */
export function decideCollectFee(state: DeskState, command: CollectFee, context: DecisionContext): Decision {
  const found = officerAndDossier(state, command.dossierId);
  if (!found.ok) return found;
  const { officer, dossier } = found.value;
  const allowed = checkDeskAction(officer, 'collect-fee');
  if (!allowed.ok) return allowed;
  if (!owesFee(dossier)) return fail('fee-not-owed', 'officer-decides', { code: dossier.code });
  const receipt = issueReceipt(state, command.dossierId, dossier.content, context, command.method);
  if (!receipt.ok) return receipt;
  return receipt.value.deferred ? fail('receipt-numbers-exhausted', 'retry-later') : ok(receipt.value.facts);
}
