import { CommandId } from '../../shared/base/ids.ts';
import { fail } from '../../shared/base/result.ts';
import { decide } from '../../shared/domain/desk-log/decide.ts';
import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';

type SignOffActions = Pick<DeskActions, 'approveDossier' | 'returnDossier'>;

/** The supervisor's two verbs. What was on the screen is what is approved: its hash goes with the order. */
export function createSignOffActions(commit: Commit, surroundings: DecisionSurroundings): SignOffActions {
  const newCommand = (): CommandId => CommandId.parse(surroundings.newId());

  return {
    approveDossier: async (dossierId, contentHash) => {
      const commandId = newCommand();
      return commit(commandId, (state) => {
        const context = surroundings.context();
        if (context === null) return fail('reference-missing', 'retry-later');
        return decide(state, { type: 'approve-dossier', commandId, dossierId, contentHash }, context);
      });
    },
    returnDossier: async (dossierId, reason) => {
      const commandId = newCommand();
      return commit(commandId, (state) => {
        const context = surroundings.context();
        if (context === null) return fail('reference-missing', 'retry-later');
        return decide(state, { type: 'return-dossier', commandId, dossierId, reason }, context);
      });
    },
  };
}
