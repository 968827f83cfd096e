import { assertNever, ok } from '../../base/result.ts';
import type { Command } from './command.ts';
import { decideCloseDay } from './decide-close-day.ts';
import { decideCollectFee } from './decide-collect-fee.ts';
import { decideCorrectDossier } from './decide-correct-dossier.ts';
import { decideAcceptLease, decideEnrolDesk, decideSignIn, decideSignOut } from './decide-desk.ts';
import { decideReceiveDossier } from './decide-receive-dossier.ts';
import { decideResendDossier } from './decide-resend-dossier.ts';
import { decideResolveConflict } from './decide-resolve-conflict.ts';
import { decideApproveDossier, decideReturnDossier, decideSubmitDossier } from './decide-sign-off.ts';
import { decideTellCode } from './decide-tell-code.ts';
import { decideVoidNumber } from './decide-void-number.ts';
import type { Decision, DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';

/**
 * What an order makes of the state: new facts, or a refusal. Pure.
 * @returns ok with an empty list when this very command was carried out before: a retry makes nothing twice
 */
export function decide(state: DeskState, command: Command, context: DecisionContext): Decision {
  if (state.commands.has(command.commandId)) return ok([]);
  switch (command.type) {
    case 'enrol-desk':
      return decideEnrolDesk(state, command);
    case 'sign-in':
      return decideSignIn(state, command);
    case 'sign-out':
      return decideSignOut(state, command);
    case 'accept-lease':
      return decideAcceptLease(state, command);
    case 'receive-dossier':
      return decideReceiveDossier(state, command, context);
    case 'correct-dossier':
      return decideCorrectDossier(state, command, context);
    case 'submit-dossier':
      return decideSubmitDossier(state, command);
    case 'approve-dossier':
      return decideApproveDossier(state, command);
    case 'return-dossier':
      return decideReturnDossier(state, command);
    case 'void-number':
      return decideVoidNumber(state, command);
    case 'collect-fee':
      return decideCollectFee(state, command, context);
    case 'resend-dossier':
      return decideResendDossier(state, command, context);
    case 'resolve-conflict':
      return decideResolveConflict(state, command);
    case 'tell-code':
      return decideTellCode(state, command);
    case 'close-day':
      return decideCloseDay(state, command, context);
    default:
      return assertNever(command);
  }
}
