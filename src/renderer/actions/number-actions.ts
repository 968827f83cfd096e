import { CommandId } from '../../shared/base/ids.ts';
import { fail } from '../../shared/base/result.ts';
import { decide } from '../../shared/domain/desk-log/decide.ts';
import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';

type NumberActions = Pick<DeskActions, 'collectFee' | 'tellCode'>;

/** What is made good when numbers are there again: the fee is collected, the citizen is told the final code. */
export function createNumberActions(commit: Commit, surroundings: DecisionSurroundings): NumberActions {
  const newCommand = (): CommandId => CommandId.parse(surroundings.newId());
  return {
    collectFee: (dossierId, method) => {
      const commandId = newCommand();
      return commit(commandId, (state) => {
        const context = surroundings.context();
        if (context === null) return fail('reference-missing', 'retry-later');
        return decide(state, { type: 'collect-fee', commandId, dossierId, method }, context);
      });
    },
    tellCode: (dossierId) => {
      const commandId = newCommand();
      return commit(commandId, (state) => {
        const context = surroundings.context();
        if (context === null) return fail('reference-missing', 'retry-later');
        return decide(state, { type: 'tell-code', commandId, dossierId }, context);
      });
    },
  };
}
