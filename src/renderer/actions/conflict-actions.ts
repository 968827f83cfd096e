import { CommandId } from '../../shared/base/ids.ts';
import { fail } from '../../shared/base/result.ts';
import { decide } from '../../shared/domain/desk-log/decide.ts';
import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';

/** The decision between desk and city. What was on the screen is what is decided: the city's words go with the order. */
export function createConflictActions(
  commit: Commit,
  surroundings: DecisionSurroundings,
): Pick<DeskActions, 'resolveConflict'> {
  return {
    resolveConflict: async (dossierId, { cursor, what }, resolution, note) => {
      const commandId = CommandId.parse(surroundings.newId());
      return commit(commandId, (state) => {
        const context = surroundings.context();
        if (context === null) return fail('reference-missing', 'retry-later');
        const type = 'resolve-conflict';
        return decide(state, { type, commandId, dossierId, cursor, what, resolution, note }, context);
      });
    },
  };
}
