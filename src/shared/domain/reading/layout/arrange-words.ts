import type { PrintedWord } from '../printed-word.ts';
import { withoutGluedMarks } from './glued-marks.ts';
import { withoutLeaders } from './leaders.ts';
import { readingOrder } from './reading-order.ts';
import { type PageShape, setWords } from './set-word.ts';
import { withoutSpecks } from './specks.ts';

/**
 * The words of a page as a person reads them: rows of the head left to right, columns of prose one after the other,
 * tables row by row and cell by cell, "Nơi nhận" before the signature beside it; dust, rules, dot leaders and the
 * scraps of stamps and pens left out. `line` of the answer numbers printed lines from 0 in that order: the words of a
 * column or of a cell with several lines have lines of their own.
 * Rules with their reasons: RULES.md in this folder.
 * @param words as the engine read them, `line` = its line; in any order
 */
export function arrangeWords(words: readonly PrintedWord[], page: PageShape): readonly PrintedWord[] {
  const lines = [...Map.groupBy(words, ({ line }) => line).values()];
  const print = lines.flatMap((line) => withoutGluedMarks(withoutLeaders(line)));
  return readingOrder(withoutSpecks(setWords(print, page))).flatMap((row, line) =>
    row.words.map(({ word }) => ({ ...word, line })),
  );
}
