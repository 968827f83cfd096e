import { bareText } from '../bare-text.ts';
import { printedRows, type Row } from './printed-rows.ts';
import type { SetWord } from './set-word.ts';

/** Lines of one cell are 1.3–1.8 letter heights apart; in a column of single-line cells mostly more. */
const CELLS_APART = 1.9;
const MOSTLY = 0.6;
const LEAST_COLUMNS = 4;
const ORDINAL = /^[([]?\d{1,3}[).\]]?$/;
/** What an empty cell costs: as much as a cell standing two letter heights off. */
const EMPTY = 4;

/**
 * The cells of a table, row by row; each cell its printed lines. Rules between rows are not read, so rows are found by
 * a column whose cells have one line each (numbers, quantities): the lines of every other column are divided among
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

/** Where the rows stand. Columns without numbers tell rows only where there are so many that it must be a table. */
function rowAnchors(lines: readonly (readonly Row[])[], height: number): readonly number[] | null {
  const [first = []] = lines;
  const numbered = isNumbered(first) ? first.map((line) => [line]) : null;
  if (numbered === null && !isNumberHead(first[0]) && lines.length < LEAST_COLUMNS) return null;
  const spaced = lines.filter((column) => column.length >= 3 && isSpacedOut(column, height));
  const most = spaced
    .map((column) => cellsApart(column, height))
    .reduce((a, b) => (b.length > a.length ? b : a), []);
  const cells = numbered !== null && numbered.length >= most.length ? numbered : most;
  return cells.length < 2 ? null : cells.map(middleOf);
}

/** Lines of a column, those of one cell together. */
function cellsApart(column: readonly Row[], height: number): readonly (readonly Row[])[] {
  const cells: Row[][] = [];
  for (const line of column) {
    const before = cells.at(-1)?.at(-1);
    if (before !== undefined && line.middle - before.middle < CELLS_APART * height) cells.at(-1)?.push(line);
    else cells.push([line]);
  }
  return cells;
}

const isNumberHead = (line: Row | undefined): boolean =>
  line !== undefined && /^(?:so ?)?s?tt$/.test(bareText(line.words.map(({ word }) => word.text).join(' ')));

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
  /** A cell has no holes. */
  const holes = (cell: readonly Row[]): number => EMPTY * (cellsApart(cell, height).length - 1);
  const centred = divide(lines, anchors, (cell, anchor) => off(middleOf(cell) - anchor) + holes(cell));
  const atTop = divide(
    lines,
    anchors,
    (cell, anchor) => off((cell[0]?.middle ?? anchor) - anchor) + holes(cell),
  );
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
