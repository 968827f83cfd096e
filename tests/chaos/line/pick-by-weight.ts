import type { Random } from '../../support/seeded-random.ts';

/** One of several, the heavier the more often; one draw. */
export function pickByWeight<T extends { readonly weight: number }>(from: readonly T[], random: Random): T {
  let left = random.next() * from.reduce((sum, { weight }) => sum + weight, 0);
  for (const each of from) {
    left -= each.weight;
    if (left < 0) return each;
  }
  return from[0] as T; // the weights add up: never reached
}
