import type { PageBox } from '../paper/paper.ts';
import { bareText } from './bare-text.ts';
import type { PrintedWord } from './printed-word.ts';

/** About 7 mm on A4; between words of a title there are 2. */
const WIDE_GAP = 0.035;
/** Less than half of what 13 pt lines are apart on A4 (0.019 of the height). */
const SAME_ROW = 0.009;

/** Words side by side on the page, left to right. `bare` has the same length as `text`. */
export type PrintedLine = {
  readonly words: readonly PrintedWord[];
  readonly text: string;
  readonly bare: string;
  readonly box: PageBox;
};

export function printedLine(words: readonly PrintedWord[]): PrintedLine {
  const text = words.map((word) => word.text).join(' ');
  return { words, text, bare: bareText(text), box: boxAround(words) };
}

/** Lines as the engine found them, in its reading order. */
export function engineLines(words: readonly PrintedWord[]): readonly PrintedLine[] {
  const byLine = new Map<number, PrintedWord[]>();
  for (const word of words) {
    const line = byLine.get(word.line);
    if (line === undefined) byLine.set(word.line, [word]);
    else line.push(word);
  }
  return [...byLine.values()].map(printedLine);
}

/** Lines by where the words stand, whatever blocks the engine made: for columns. `sameRow`: on cards rows are wider apart. */
export function linesByPlace(words: readonly PrintedWord[], sameRow = SAME_ROW): readonly PrintedLine[] {
  const rows: PrintedWord[][] = [];
  // Middle of the row so far: marks over and under letters move single words up and down.
  let rowMiddle = 0;
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    if (row !== undefined && middle(word) - rowMiddle < sameRow) {
      rowMiddle += (middle(word) - rowMiddle) / (row.length + 1);
      row.push(word);
    } else {
      rowMiddle = middle(word);
      rows.push([word]);
    }
  }
  return rows.map((row) => printedLine(row.sort((a, b) => a.box.x - b.box.x)));
}

/** Words of a line that stand (also in part) between two places of its text. */
export function wordsBetween(line: PrintedLine, from: number, to: number): readonly PrintedWord[] {
  let at = 0;
  return line.words.filter((word) => {
    const start = at;
    at += word.text.length + 1;
    return start < to && start + word.text.length > from;
  });
}

export function boxAround(words: readonly PrintedWord[]): PageBox {
  const left = Math.min(...words.map((word) => word.box.x));
  const top = Math.min(...words.map((word) => word.box.y));
  const right = Math.max(...words.map((word) => word.box.x + word.box.width));
  const bottom = Math.max(...words.map((word) => word.box.y + word.box.height));
  return { x: left, y: top, width: round(right - left), height: round(bottom - top) };
}

/** Without what a stamp, a speck or a ruled line was taken for; null when nothing is left. */
export function withoutSpecks(line: PrintedLine): PrintedLine | null {
  const words = line.words.filter(
    ({ text, confidence }) => /[\p{L}\d]/u.test(text) && (confidence >= 0.35 || text.length > 2),
  );
  if (words.length === line.words.length) return line;
  return words.length === 0 ? null : printedLine(words);
}

/** Pieces of a line that stand far apart: columns, or a stamp beside a title. */
export function pieces(line: PrintedLine): readonly PrintedLine[] {
  const parts: PrintedWord[][] = [];
  for (const word of line.words) {
    const before = parts.at(-1)?.at(-1);
    const gap = before === undefined ? 1 : word.box.x - (before.box.x + before.box.width);
    if (gap > WIDE_GAP) parts.push([word]);
    else parts.at(-1)?.push(word);
  }
  return parts.length === 1 ? [line] : parts.map(printedLine);
}

/** A hundredth of a per cent of a page is a third of a pixel: the rest is arithmetic's noise. */
const round = (fraction: number): number => Math.round(fraction * 10_000) / 10_000;

export const middle = (word: PrintedWord): number => word.box.y + word.box.height / 2;
