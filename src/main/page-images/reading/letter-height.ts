import type { PrintComponents } from './print-components.ts';

/** Letters between 4 and 72 pt count when the size of the print is measured. */
const LETTER_PT = { least: 4, most: 72 };
const POINTS_PER_INCH = 72;
/** With fewer letters nothing is known of the print. */
const FEWEST_LETTERS = 40;

/**
 * Median height in pixels of the pieces that can be letters: about the height of an x with what stands on it. Null where
 * there are too few to say.
 */
export function letterHeightOf(
  { count, top, bottom, left, right }: PrintComponents,
  dpi: number,
): number | null {
  const least = (LETTER_PT.least / POINTS_PER_INCH) * dpi * 0.5;
  const most = (LETTER_PT.most / POINTS_PER_INCH) * dpi;
  const heights: number[] = [];
  for (let at = 0; at < count; at++) {
    const height = (bottom[at] ?? 0) - (top[at] ?? 0) + 1;
    const width = (right[at] ?? 0) - (left[at] ?? 0) + 1;
    if (height >= least && height <= most && width <= 4 * height && width * 6 >= height) heights.push(height);
  }
  if (heights.length < FEWEST_LETTERS) return null;
  return heights.sort((a, b) => a - b)[heights.length >> 1] ?? null;
}
