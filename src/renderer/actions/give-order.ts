import { CommandId } from '../../shared/base/ids.ts';
import { fail } from '../../shared/base/result.ts';
import type { Command } from '../../shared/domain/desk-log/command.ts';
import { decide } from '../../shared/domain/desk-log/decide.ts';
import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';

type WithoutId<C> = C extends Command ? Omit<C, 'commandId'> : never;

/** What an officer orders; the press of the button gives it its id. */
export type OfficerOrder = WithoutId<Command>;

/** Decides one press of a button and commits it. Failures: `reference-missing`, those of the decision and of `Commit`. */
export function createGiveOrder(
  commit: Commit,
  surroundings: DecisionSurroundings,
): (order: OfficerOrder) => ReturnType<Commit> {
  return (order) => {
    const commandId = CommandId.parse(surroundings.newId());
    return commit(commandId, (state) => {
      const context = surroundings.context();
      if (context === null) return fail('reference-missing', 'retry-later');
      return decide(state, { ...order, commandId }, context);
    });
  };
}
