/** Brightness as a share of the paper's is counted in 255ths. */
export const PAPER = 255;

/** Largest tint of a pixel of print: scanners leave fringes of colour at sharp edges. */
export const FRINGE = 64;

/** Print lies between ink and paper; never so near the paper that its grain would count as print. */
const THRESHOLD = { least: 0.45 * PAPER, most: 0.72 * PAPER, start: 0.6 * PAPER, rounds: 4 };

/**
 * Half-way between the mean of what is darker and the paper, found in a few rounds (Ridler and Calvard).
 * @param shares how many pixels without colour have each share 0…255 of their paper's brightness
 */
export function printThreshold(shares: Float64Array): number {
  let threshold: number = THRESHOLD.start;
  for (let round = 0; round < THRESHOLD.rounds; round++) {
    let count = 0;
    let sum = 0;
    for (let share = 0; share < threshold; share++) {
      count += shares[share] ?? 0;
      sum += share * (shares[share] ?? 0);
    }
    if (count === 0) break;
    threshold = Math.min(THRESHOLD.most, Math.max(THRESHOLD.least, (sum / count + PAPER) / 2));
  }
  return Math.round(threshold);
}
