import type { PrintComponents } from './print-components.ts';

/** In heights of a letter: dots, tone marks and hats, and the gap between them and their letter. */
const MARK = { largest: 0.5, least: 0.12, gap: 0.35 };
const LETTER = { least: 0.7, most: 2.2 };
/** With fewer marks nothing is said. */
const FEWEST_MARKS = 40;
const MORE_BELOW = 1.6;

/**
 * Does the print stand on its head? Vietnamese, and the dots of i and j anywhere, has its marks over the letters, far
 * fewer under them; a page with clearly more of them below lies the wrong way up. Only a hint where to begin: what reads
 * better counts.
 * @param letterHeight median height of the page's letters, in pixels
 */
export function hasMarksBelow(pieces: PrintComponents, letterHeight: number): boolean {
  const { count, left, right, top, bottom } = pieces;
  const wide = (at: number): number => (right[at] ?? 0) - (left[at] ?? 0) + 1;
  const high = (at: number): number => (bottom[at] ?? 0) - (top[at] ?? 0) + 1;
  const letters: number[] = [];
  const marks: number[] = [];
  for (let at = 0; at < count; at++) {
    const size = Math.max(wide(at), high(at));
    if (size <= MARK.largest * letterHeight && size >= MARK.least * letterHeight) marks.push(at);
    else if (high(at) >= LETTER.least * letterHeight && size <= LETTER.most * letterHeight) letters.push(at);
  }
  const byLeft = (one: number, other: number): number => (left[one] ?? 0) - (left[other] ?? 0);
  letters.sort(byLeft);
  marks.sort(byLeft);
  let above = 0;
  let below = 0;
  let from = 0;
  for (const mark of marks) {
    const middle = ((left[mark] ?? 0) + (right[mark] ?? 0)) / 2;
    const reach = LETTER.most * letterHeight;
    while (from < letters.length && (left[letters[from] ?? 0] ?? 0) < middle - reach) from++;
    for (let next = from; next < letters.length; next++) {
      const letter = letters[next] ?? 0;
      if ((left[letter] ?? 0) > middle) break;
      if ((right[letter] ?? 0) < middle) continue;
      const over = (top[letter] ?? 0) - (bottom[mark] ?? 0);
      const under = (top[mark] ?? 0) - (bottom[letter] ?? 0);
      if (over >= 0 && over <= MARK.gap * letterHeight) above++;
      else if (under >= 0 && under <= MARK.gap * letterHeight) below++;
    }
  }
  return above + below >= FEWEST_MARKS && below > MORE_BELOW * above;
}
