import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';
import { createGiveOrder } from './give-order.ts';

type NumberActions = Pick<DeskActions, 'collectFee' | 'tellCode'>;

/** What is made good when numbers are there again: the fee is collected, the citizen is told the final code. */
export function createNumberActions(commit: Commit, surroundings: DecisionSurroundings): NumberActions {
  const give = createGiveOrder(commit, surroundings);
  return {
    collectFee: (dossierId, method) => give({ type: 'collect-fee', dossierId, method }),
    tellCode: (dossierId) => give({ type: 'tell-code', dossierId }),
  };
}
