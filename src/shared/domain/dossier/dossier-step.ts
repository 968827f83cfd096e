import type { Instant } from '../../base/dates.ts';
import type { OfficerId } from '../../base/ids.ts';
import { standingOf } from './city-standing.ts';
import type { DossierState } from './dossier-state.ts';

/** Where and by whom a fact was written down. */
export type FactOrigin = { readonly seq: number; readonly at: Instant; readonly by: OfficerId | null };

/** The dossier after one more fact: changed, one line longer in its history, and again unheard of by the city. */
export function takeStep(
  dossier: DossierState,
  type: string,
  origin: FactOrigin,
  change: Partial<DossierState>,
  note = '',
): DossierState {
  const history = [...dossier.history, { ...origin, type, note }];
  const changed: DossierState = { ...dossier, ...change, lastSeq: origin.seq, history };
  return { ...changed, city: standingOf(changed) };
}
