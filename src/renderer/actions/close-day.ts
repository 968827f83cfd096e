import { CommandId } from '../../shared/base/ids.ts';
import { fail } from '../../shared/base/result.ts';
import { decide } from '../../shared/domain/desk-log/decide.ts';
import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';

/** Closes a day with the paper dossiers counted; the note says why paper and desk differ. */
export function createCloseDay(
  commit: Commit,
  surroundings: DecisionSurroundings,
): Pick<DeskActions, 'closeDay'> {
  return {
    closeDay: (date, paperCount, note) => {
      const commandId = CommandId.parse(surroundings.newId());
      return commit(commandId, (state) => {
        const context = surroundings.context();
        if (context === null) return fail('reference-missing', 'retry-later');
        return decide(state, { type: 'close-day', commandId, date, paperCount, note }, context);
      });
    },
  };
}
