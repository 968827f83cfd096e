import type { WordShape } from './word-shape.ts';

/** Engine's confidence and how many words of it are wrong for each right one, as nats: measured on generated pages. */
const DOUBT: readonly (readonly [confidence: number, cost: number])[] = [
  [0, -2],
  [0.3, -1],
  [0.5, -0.3],
  [0.7, 0.3],
  [0.8, 1],
  [0.9, 2.6],
  [0.95, 4.2],
  [1, 5],
];

/** Nats that speak for the word as it was read. */
export function doubtCost(confidence: number): number {
  for (const [at, [above, cost]] of DOUBT.entries()) {
    if (confidence > above) continue;
    const [below, least] = DOUBT[at - 1] ?? [above, cost];
    return above === below ? cost : least + ((cost - least) * (confidence - below)) / (above - below);
  }
  return DOUBT.at(-1)?.[1] ?? 0;
}

/**
 * By how many nats a change must be better than what was read. On pages that the model has not seen 645 words are then
 * gained and 2 broken; with 1.5 and 1 nats 681 and 5. Capitalised words may be names, so they need more.
 */
export const neededMargin = (confidence: number, letterCase: WordShape['letterCase']): number =>
  (confidence > 0.9 ? 3 : 2) + (letterCase === 'lower' ? 0 : 1);

/** Just below what is shown as sure: a field that rests on a repaired word is looked at by the officer. */
const MOST_AFTER_REPAIR = 0.79;

/**
 * Never more than the engine gave: of words repaired from 0.5 on 98 in 100 are right, but below that every second one
 * was no word at all (ink of a signature, dots), and neighbours cannot tell.
 */
export const repairedConfidence = (confidence: number): number => Math.min(confidence, MOST_AFTER_REPAIR);
