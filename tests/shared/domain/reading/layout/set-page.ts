import type { PrintedWord } from '../../../../../src/shared/domain/reading/printed-word.ts';

/** A4. */
export const ASPECT = 297 / 210;

const LETTER_MM = 2.2;
const HEIGHT_MM = 3.6;

type Set = { readonly confidence?: number; readonly heightMm?: number; readonly widthMm?: number };

/** Words of one line of the engine from a place on an A4 page, in mm, in 13 pt. */
export type SetLine = readonly [text: string, xMm: number, yMm: number, set?: Set];

/** What the engine would give for lines, each a line of its own; spaces are 1.5 mm, a run of spaces that much more. */
export function setPage(lines: readonly SetLine[]): readonly PrintedWord[] {
  return lines.flatMap(([text, xMm, yMm, set = {}], line) => {
    let x = xMm;
    return text.split(' ').flatMap((word) => {
      const width = set.widthMm ?? word.length * LETTER_MM;
      const height = set.heightMm ?? HEIGHT_MM;
      const box = { x: x / 210, y: yMm / 297, width: width / 210, height: height / 297 };
      x += (word === '' ? 0 : width) + 1.5;
      return word === '' ? [] : [{ text: word, confidence: set.confidence ?? 0.96, box, line }];
    });
  });
}

/** One string per printed line. */
export function linesOf(words: readonly PrintedWord[]): readonly string[] {
  return [...Map.groupBy(words, ({ line }) => line).values()].map((line) =>
    line.map(({ text }) => text).join(' '),
  );
}
