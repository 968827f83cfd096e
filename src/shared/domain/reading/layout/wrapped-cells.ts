import { bareText } from '../bare-text.ts';
import { printedRows, type Row } from './printed-rows.ts';
import type { SetWord } from './set-word.ts';
import { cellsApart, linePitch, type TableRow } from './table-rows.ts';

/** Signatures side by side have three rows at most: function, `(Ký, ghi rõ họ tên)`, name. */
const LEAST_ROWS = 4;
const LEAST_WRAPPED = 2;
const MOSTLY = 0.8;

/**
 * Rows of a table without numbers, told by its spacing: a cell's lines are closer to each other than to the next cell,
 * and are wrapped, that is each is so long that the next line's first word had no room. Null where that is not so:
 * heads, forms and receipts stay rows of print.
 */
export function wrappedRows(
  columns: readonly (readonly SetWord[])[],
  height: number,
): readonly TableRow[] | null {
  const lines = columns.map((column) => printedRows(column));
  const pitch = linePitch(lines, height);
  const cells = lines.map((column) => cellsApart(column, pitch));
  if (!areWrapped(cells, height) || lines.flat().some(isMotto)) return null;
  const rows = rowsOf(cells, height);
  return rows.length < LEAST_ROWS ? null : rows;
}

/** Cells that lie beside each other, by column. */
function rowsOf(columns: readonly (readonly (readonly Row[])[])[], height: number): readonly TableRow[] {
  const cells = columns.flatMap((column, at) =>
    column.map((cell) => ({ cell, at, top: cell[0]?.middle ?? 0, bottom: cell.at(-1)?.middle ?? 0 })),
  );
  const rows: { bottom: number; readonly cells: (typeof cells)[number][] }[] = [];
  for (const cell of cells.sort((a, b) => a.top - b.top)) {
    const row = rows.at(-1);
    if (row !== undefined && cell.top < row.bottom + 0.5 * height) {
      row.cells.push(cell);
      row.bottom = Math.max(row.bottom, cell.bottom);
    } else rows.push({ bottom: cell.bottom, cells: [cell] });
  }
  return rows.map((row) => row.cells.sort((a, b) => a.at - b.at || a.top - b.top).map(({ cell }) => cell));
}

function areWrapped(columns: readonly (readonly (readonly Row[])[])[], height: number): boolean {
  let followed = 0;
  let wrapped = 0;
  for (const column of columns) {
    const right = Math.max(...column.flat().map((line) => line.words.at(-1)?.right ?? 0));
    for (const cell of column) {
      for (const [at, line] of cell.slice(1).entries()) {
        const end = cell[at]?.words.at(-1)?.right ?? 0;
        const [first] = line.words;
        if (first === undefined) continue;
        followed += 1;
        if (end + first.right - first.left > right - 0.3 * height) wrapped += 1;
      }
    }
  }
  return wrapped >= LEAST_WRAPPED && wrapped >= MOSTLY * followed;
}

const isMotto = (line: Row): boolean =>
  /doc lap|cong hoa xa/.test(bareText(line.words.map(({ word }) => word.text).join(' ')));
