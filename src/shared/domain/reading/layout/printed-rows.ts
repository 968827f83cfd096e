import { median, type SetWord } from './set-word.ts';

/** Words that stand beside each other, left to right. */
export type Row = { readonly words: readonly SetWord[]; readonly middle: number; readonly height: number };

/**
 * Printed rows of an area, top to bottom. Words of one line of the engine stay together (it follows lines that are
 * not quite level); lines that stand side by side become one row.
 */
export function printedRows(words: readonly SetWord[]): readonly Row[] {
  const lines = [...Map.groupBy(words, ({ word }) => word.line).values()].map(rowOf);
  const rows: Row[] = [];
  for (const line of lines.sort((a, b) => a.middle - b.middle)) {
    const beside = rows.findLastIndex((row) => isBeside(row, line));
    const row = rows[beside];
    if (row === undefined) rows.push(line);
    else rows[beside] = rowOf([...row.words, ...line.words]);
  }
  return rows.sort((a, b) => a.middle - b.middle);
}

const LEVEL = 0.5;

/** Level where they come closest: lines of photographed pages rise or fall. */
function isBeside(row: Row, line: Row): boolean {
  const [first, second] = (row.words[0]?.left ?? 0) < (line.words[0]?.left ?? 0) ? [row, line] : [line, row];
  const end = first.words.findLast((word) => word.left <= (second.words[0]?.left ?? 0));
  const start = second.words[0];
  if (end === undefined || start === undefined) return false;
  if (Math.abs(end.middle - start.middle) > LEVEL * Math.min(row.height, line.height)) return false;
  return !row.words.some((a) =>
    line.words.some((b) => overlap(a, b) > 0.3 * Math.min(a.right - a.left, b.right - b.left)),
  );
}

const overlap = (a: SetWord, b: SetWord): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);

export function rowOf(words: readonly SetWord[]): Row {
  return {
    words: [...words].sort((a, b) => a.left - b.left),
    middle: words.reduce((sum, word) => sum + word.middle, 0) / Math.max(1, words.length),
    height: median(words.map(({ height }) => height)) ?? 0,
  };
}
