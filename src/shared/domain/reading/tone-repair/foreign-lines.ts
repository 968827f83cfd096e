import type { PrintedWord } from '../printed-word.ts';

const FEWEST_WORDS = 3;
/** In Vietnamese two words in three bear a mark, in English none. */
const FEWEST_MARKED = 0.25;
const WORD = /\p{L}{2,}/u;
const MARKED = /[đĐ]|\p{M}/u;

/** Lines that are not Vietnamese (or lost all their marks): words there are left as read. */
export function foreignLines(words: readonly PrintedWord[]): ReadonlySet<number> {
  const lines = new Map<number, { words: number; marked: number }>();
  for (const { text, line } of words) {
    if (!WORD.test(text)) continue;
    const counted = lines.get(line) ?? { words: 0, marked: 0 };
    lines.set(line, counted);
    counted.words += 1;
    if (MARKED.test(text.normalize('NFD'))) counted.marked += 1;
  }
  const foreign = new Set<number>();
  for (const [line, counted] of lines) {
    if (counted.words >= FEWEST_WORDS && counted.marked < counted.words * FEWEST_MARKED) foreign.add(line);
  }
  return foreign;
}
