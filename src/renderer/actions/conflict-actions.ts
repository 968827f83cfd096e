import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';
import { createGiveOrder } from './give-order.ts';

/** The decision between desk and city. What was on the screen is what is decided: the city's words go with the order. */
export function createConflictActions(
  commit: Commit,
  surroundings: DecisionSurroundings,
): Pick<DeskActions, 'resolveConflict'> {
  const give = createGiveOrder(commit, surroundings);
  return {
    resolveConflict: (dossierId, { cursor, what }, resolution, note) =>
      give({ type: 'resolve-conflict', dossierId, cursor, what, resolution, note }),
  };
}
