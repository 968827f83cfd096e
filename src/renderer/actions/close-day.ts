import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';
import { createGiveOrder } from './give-order.ts';

/** Closes a day with the paper dossiers counted; the note says why paper and desk differ. */
export function createCloseDay(
  commit: Commit,
  surroundings: DecisionSurroundings,
): Pick<DeskActions, 'closeDay'> {
  const give = createGiveOrder(commit, surroundings);
  return { closeDay: (date, paperCount, note) => give({ type: 'close-day', date, paperCount, note }) };
}
