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

export const neededMargin = (confidence: number, letterCase: WordShape['letterCase']): number =>
  (confidence > 0.9 ? 3 : 2) + (letterCase === 'lower' ? 0 : 1);

export const repairedConfidence = (confidence: number, margin: number): number =>
  Math.min(0.79, Math.max(confidence, 1 - Math.exp(-margin)));
