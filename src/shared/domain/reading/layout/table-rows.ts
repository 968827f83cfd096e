import { printedRows, type Row } from './printed-rows.ts';
import type { SetWord } from './set-word.ts';

/** Lines of one cell are 1.3–1.8 letter heights apart; in a column of single-line cells mostly more. */
const CELLS_APART = 1.9;
const MOSTLY = 0.6;
const ORDINAL = /^[([]?\d{1,3}[).\]]?$/;
/** What an empty cell costs: as much as a cell standing two letter heights off. */
const EMPTY = 4;

/**
 * The cells of a table, row by row; each cell its printed lines. Rules between rows are not read, so rows are found by
 * a column whose cells have one line each (numbers, quantities; of two columns only a numbered one tells rows): the lines of every other column are divided among
 * them so that each group stands level with its row, by its middle or by its top. Null when no column tells the rows.
 * @param columns words of each column, left to right
 */
export function tableRows(
  columns: readonly (readonly SetWord[])[],
  height: number,
): readonly (readonly (readonly Row[])[])[] | null {
  const lines = columns.map((column) => printedRows(column));
  const anchors = rowAnchors(lines, height);
  if (anchors === null) return null;
  const byColumn = lines.map((column) => cellsOf(column, anchors, height));
  return anchors.map((_, row) => byColumn.map((cells) => cells[row] ?? []).filter((cell) => cell.length > 0));
}

/** Where the rows stand. */
function rowAnchors(lines: readonly (readonly Row[])[], height: number): readonly number[] | null {
  const byNumber = lines[0] !== undefined && isNumbered(lines[0]) ? lines[0] : null;
  const candidates = lines.filter((column) => column.length >= 3 && isSpacedOut(column, height));
  const longest = candidates.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const column = byNumber !== null && byNumber.length >= longest.length ? byNumber : longest;
  if (column.length < 2 || (lines.length < 3 && column !== byNumber)) return null;
  const anchors: Row[][] = [];
  for (const line of column) {
    const before = anchors.at(-1)?.at(-1);
    const isNext = before !== undefined && line.middle - before.middle < CELLS_APART * height;
    if (isNext && column !== byNumber) anchors.at(-1)?.push(line);
    else anchors.push([line]);
  }
  return anchors.map(middleOf);
}

function isNumbered(column: readonly Row[]): boolean {
  const numbers = column.filter(
    (line) => line.words.length === 1 && ORDINAL.test(line.words[0]?.word.text ?? ''),
  );
  return column.length >= 3 && numbers.length >= MOSTLY * (column.length - 1);
}

function isSpacedOut(column: readonly Row[], height: number): boolean {
  const apart = column.filter(
    (line, at) => at > 0 && line.middle - (column[at - 1]?.middle ?? 0) > CELLS_APART * height,
  );
  return apart.length >= MOSTLY * (column.length - 1);
}

const middleOf = (lines: readonly Row[]): number =>
  lines.reduce((sum, line) => sum + line.middle, 0) / Math.max(1, lines.length);

/** Lines of a column by row: the cheaper of cells centred on their row and cells that begin with it. */
function cellsOf(
  lines: readonly Row[],
  anchors: readonly number[],
  height: number,
): readonly (readonly Row[])[] {
  const off = (distance: number): number => (distance / height) ** 2;
  const centred = divide(lines, anchors, (cell, anchor) => off(middleOf(cell) - anchor));
  const atTop = divide(lines, anchors, (cell, anchor) => off((cell[0]?.middle ?? anchor) - anchor));
  return (atTop.cost < centred.cost ? atTop : centred).cells;
}

type Division = { readonly cost: number; readonly cells: readonly (readonly Row[])[] };

/** The cheapest way to deal lines out to rows, in order. */
function divide(
  lines: readonly Row[],
  anchors: readonly number[],
  costOf: (cell: readonly Row[], anchor: number) => number,
): Division {
  let best: (Division | undefined)[] = [{ cost: 0, cells: [] }];
  for (const anchor of anchors) {
    const next: (Division | undefined)[] = [];
    for (let to = 0; to <= lines.length; to += 1) {
      for (let from = 0; from <= to; from += 1) {
        const before = best[from];
        if (before === undefined) continue;
        const cell = lines.slice(from, to);
        const cost = before.cost + (cell.length === 0 ? EMPTY : costOf(cell, anchor));
        if (cost < (next[to]?.cost ?? Number.POSITIVE_INFINITY))
          next[to] = { cost, cells: [...before.cells, cell] };
      }
    }
    best = next;
  }
  return best[lines.length] ?? { cost: Number.POSITIVE_INFINITY, cells: [lines] };
}
