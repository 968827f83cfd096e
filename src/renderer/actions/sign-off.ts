import type { Commit } from './commit.ts';
import type { DecisionSurroundings } from './decision-surroundings.ts';
import type { DeskActions } from './desk-actions.ts';
import { createGiveOrder } from './give-order.ts';

type SignOffActions = Pick<DeskActions, 'approveDossier' | 'returnDossier'>;

/** The supervisor's two verbs. What was on the screen is what is approved: its hash goes with the order. */
export function createSignOffActions(commit: Commit, surroundings: DecisionSurroundings): SignOffActions {
  const give = createGiveOrder(commit, surroundings);
  return {
    approveDossier: (dossierId, contentHash) => give({ type: 'approve-dossier', dossierId, contentHash }),
    returnDossier: (dossierId, reason) => give({ type: 'return-dossier', dossierId, reason }),
  };
}
