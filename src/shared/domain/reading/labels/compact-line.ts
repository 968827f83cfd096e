import type { PrintedLine } from '../printed-line.ts';

/**
 * A line's letters and digits alone, without marks, capitals, spaces and points: what is left of a label however the
 * engine set its commas. `at[n]` is where letter n stands in the line's text.
 */
export type CompactLine = {
  readonly letters: string;
  readonly at: readonly number[];
  readonly begins: readonly boolean[];
  readonly ends: readonly boolean[];
};

const LETTER = /[a-z0-9]/;
const known = new WeakMap<PrintedLine, CompactLine>();

export function compactLine(line: PrintedLine): CompactLine {
  const before = known.get(line);
  if (before !== undefined) return before;
  const made = compactText(line.bare);
  known.set(line, made);
  return made;
}

/** The same of bare text that is no printed line. */
export function compactText(bare: string): CompactLine {
  let letters = '';
  const at: number[] = [];
  const begins: boolean[] = [];
  const ends: boolean[] = [];
  for (let index = 0; index < bare.length; index += 1) {
    const letter = bare.charAt(index);
    if (!LETTER.test(letter)) continue;
    letters += letter;
    at.push(index);
    begins.push(index === 0 || !LETTER.test(bare.charAt(index - 1)));
    ends.push(index === bare.length - 1 || !LETTER.test(bare.charAt(index + 1)));
  }
  return { letters, at, begins, ends };
}

export const compactPhrase = (phrase: string): string => phrase.replace(/[^a-z0-9]/g, '');
