import type { PaperFieldName } from '../paper/paper.ts';
import type { PrintedWord } from './printed-word.ts';

/** A value found on the page, with the words it stands in and how sure the pattern alone is (0…1). */
export type Candidate = {
  readonly name: PaperFieldName;
  readonly value: string;
  readonly raw: string;
  readonly words: readonly PrintedWord[];
  readonly sureness: number;
};

/** A field below this is marked for the officer's eye and never taken over silently [RD-9]; nothing is accepted without the officer anyway. */
export const LOW_CONFIDENCE = 0.8;

export const isDoubtful = (field: { readonly confidence: number }): boolean =>
  field.confidence < LOW_CONFIDENCE;

/** As sure as the worst word and the pattern together allow [RD-8]. */
export function confidenceOf(candidate: Candidate): number {
  const worst = Math.min(1, ...candidate.words.map((word) => word.confidence));
  return Math.round(worst * candidate.sureness * 1000) / 1000;
}
