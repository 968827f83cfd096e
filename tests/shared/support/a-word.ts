import type { DossierId } from '../../../src/shared/base/ids.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import {
  applyCityWords as applyWords,
  type CityEventWord,
  type VerdictWord,
} from '../../../src/shared/domain/dossier/apply-city-word.ts';

/** A verdict as the city says it: of a seq. Main and the window know the dossier from the event that has it. */
export type Verdict = Omit<VerdictWord, 'dossierId'>;
export type Word = Verdict | CityEventWord;

type Dossiers = Pick<DeskState, 'dossiers'>;

/** Words of the city as they come, each verdict given to the dossier that has its seq in its history. */
export function applyCityWords<S extends Dossiers>(state: S, words: readonly Word[]): S {
  const bySeq = new Map<number, DossierId>();
  for (const { dossierId, history } of state.dossiers.values())
    for (const { seq } of history) bySeq.set(seq, dossierId);
  return applyWords(
    state,
    words.map((word) => ('what' in word ? word : { ...word, dossierId: bySeq.get(word.seq) ?? null })),
  );
}

/** The city judged one fact. */
export const applyVerdict = <S extends Dossiers>(state: S, verdict: Verdict): S =>
  applyCityWords(state, [verdict]);

/** The city says that it holds a dossier with every page, or asks for a decision. */
export const applyCityEvent = <S extends Dossiers>(state: S, event: CityEventWord): S =>
  applyCityWords(state, [event]);
