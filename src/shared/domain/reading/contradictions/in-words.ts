import type { LocalDate } from '../../../base/dates.ts';
import { labelCells } from '../labels/label-cells.ts';
import type { PrintedLine } from '../printed-line.ts';
import { dayOfWords } from './day-words.ts';
import { numberOfWords } from './number-words.ts';

/** What a page says a second time, in words. */
export type InWords = { readonly day: LocalDate | null; readonly amountVnd: number | null };

const LABELS = [
  { name: 'words', phrases: ['ghi bang chu', 'bang chu', 'viet bang chu', 'so tien bang chu'] },
] as const;

/** The first day and the first amount that stand behind "Ghi bằng chữ", "Bằng chữ". */
export function saidInWords(lines: readonly PrintedLine[]): InWords {
  // With the line beneath, where they go on: half a number is another number.
  const said = labelCells(lines, LABELS).map(({ text, lineEnds }) =>
    text.slice(0, lineEnds[1] ?? lineEnds[0]),
  );
  const sentences = said.map((text) => text.replace(/[()./;].*$/u, ''));
  return {
    day: sentences.map(dayOfWords).find((day) => day !== null) ?? null,
    amountVnd: amountIn(sentences),
  };
}

/** An amount ends with its unit: without it the words may go on beyond the line. */
function amountIn(sentences: readonly string[]): number | null {
  for (const sentence of sentences) {
    const words = /^(.*?)\s*(?:đồng|dong)(?![\p{L}])/iu.exec(sentence.normalize('NFC'));
    const amount = words?.[1] === undefined ? null : numberOfWords(words[1]);
    if (amount !== null && amount >= 1000) return amount;
  }
  return null;
}
