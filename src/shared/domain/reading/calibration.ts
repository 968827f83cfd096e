import type { Candidate } from './candidate.ts';

/** Decoded with its own error correction or check digits. */
export const DECODED = 0.995;
/** Two sources say the same. */
export const AGREED = 0.999;
/** An id number that only one source gives. */
export const UNCONFIRMED_ID = 0.79;

/** As sure as the worst word and the pattern together allow [RD-8]. */
export function confidenceOf(candidate: Candidate, _fromTextLayer = false): number {
  const worst = Math.min(1, ...candidate.words.map((word) => word.confidence));
  return Math.round(worst * candidate.sureness * 1000) / 1000;
}
