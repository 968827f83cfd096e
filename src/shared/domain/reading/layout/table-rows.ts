import { bareText } from '../bare-text.ts';
import { printedRows, type Row } from './printed-rows.ts';
import type { SetWord } from './set-word.ts';

/** Lines of one cell and of the next are farther apart than lines of one cell, by so much at least. */
const CELLS_APART = 1.2;
/** Lines of a cell are so many letter heights apart, whatever the table. */
const PITCH = { least: 1.1, most: 1.6 };
const MOSTLY = 0.6;
/** Columns without numbers tell rows only where there are so many that it must be a table. */
const LEAST_COLUMNS = 4;
const ORDINAL = /^[([]?\d{1,3}[).\]]?$/;
/** What an empty cell costs: as much as a cell standing two letter heights off. */
const EMPTY = 4;
const LONGEST_CELL = 40;

/** Cells of a row, left to right; each its printed lines. */
export type TableRow = readonly (readonly Row[])[];

/**
 * The cells of a table, row by row. Rules between rows are not read, so rows are found by a column whose cells have
 * one line each (numbers, quantities): the lines of every other column are divided among them so that each group
 * stands level with its row, by its middle or by its top. Null when no column tells the rows.
 * @param columns words of each column, left to right
 * @param height of the page's usual print
 */
export function tableRows(
  columns: readonly (readonly SetWord[])[],
  height: number,
): readonly TableRow[] | null {
  const lines = columns.map((column) => printedRows(column));
  const pitch = linePitch(lines, height);
  const anchors = rowAnchors(lines, pitch);
  if (anchors === null) return null;
  const divided = (standsAt: (cell: readonly Row[]) => number): readonly Division[] =>
    lines.map((column) => divide(column, anchors, { standsAt, pitch, height }));
  const centred = divided(middleOf);
  const atTop = divided((cell) => cell[0]?.middle ?? 0);
  const byColumn = costOf(atTop) < costOf(centred) ? atTop : centred;
  return anchors.map((_, row) =>
    byColumn.map(({ cells }) => cells[row] ?? []).filter((cell) => cell.length > 0),
  );
}

/** From line to line within cells: in the column with most lines a quarter follow a line of their own cell. */
export function linePitch(lines: readonly (readonly Row[])[], height: number): number {
  const densest = lines.reduce((a, b) => (b.length > a.length ? b : a), []);
  const gaps = gapsOf(densest).toSorted((a, b) => a - b);
  const pitch = gaps[Math.floor(gaps.length / 4)] ?? 0;
  return Math.min(PITCH.most * height, Math.max(PITCH.least * height, pitch));
}

const gapsOf = (lines: readonly Row[]): readonly number[] =>
  lines.slice(1).map((line, at) => line.middle - (lines[at]?.middle ?? 0));

const middleOf = (lines: readonly Row[]): number =>
  lines.reduce((sum, line) => sum + line.middle, 0) / Math.max(1, lines.length);

/** Where the rows stand. */
function rowAnchors(lines: readonly (readonly Row[])[], pitch: number): readonly number[] | null {
  const [first = []] = lines;
  const numbered = isNumbered(first) ? first.map((line) => [line]) : null;
  if (numbered !== null && isCounted(first)) return numbered.map(middleOf);
  if (numbered === null && !isNumberHead(first[0]) && lines.length < LEAST_COLUMNS) return null;
  const most = lines
    .filter((column) => isSpacedOut(column, pitch))
    .map((column) => cellsApart(column, pitch))
    .reduce((a, b) => (b.length > a.length ? b : a), []);
  const cells = numbered !== null && numbered.length >= most.length ? numbered : most;
  return cells.length < 2 ? null : cells.map(middleOf);
}

function isNumbered(column: readonly Row[]): boolean {
  const numbers = column.filter(({ words }) => words.length === 1 && ORDINAL.test(words[0]?.word.text ?? ''));
  return column.length >= 3 && numbers.length >= MOSTLY * (column.length - 1);
}

/** 1, 2, 3 … without a gap. */
function isCounted(column: readonly Row[]): boolean {
  const numbers = column.map(({ words }) =>
    Number.parseInt(words[0]?.word.text.replace(/^\W/, '') ?? '', 10),
  );
  const counted = numbers.filter((number) => !Number.isNaN(number));
  return (
    counted.length >= column.length - 1 &&
    counted.every((number, at) => at === 0 || number === (counted[at - 1] ?? 0) + 1)
  );
}

const isNumberHead = (line: Row | undefined): boolean =>
  line !== undefined && /^(?:so ?)?s?tt$/.test(bareText(line.words.map(({ word }) => word.text).join(' ')));

function isSpacedOut(column: readonly Row[], pitch: number): boolean {
  const apart = gapsOf(column).filter((gap) => gap > CELLS_APART * pitch);
  return column.length >= 3 && apart.length >= MOSTLY * (column.length - 1);
}

/** Lines of a column, those of one cell together. */
export function cellsApart(column: readonly Row[], pitch: number): readonly (readonly Row[])[] {
  const cells: Row[][] = [];
  for (const line of column) {
    const before = cells.at(-1)?.at(-1);
    if (before !== undefined && line.middle - before.middle < CELLS_APART * pitch) cells.at(-1)?.push(line);
    else cells.push([line]);
  }
  return cells;
}

/** Lines of a column by row. */
type Division = { readonly cost: number; readonly cells: readonly (readonly Row[])[] };

type Fit = {
  readonly standsAt: (cell: readonly Row[]) => number;
  readonly pitch: number;
  readonly height: number;
};

const costOf = (columns: readonly Division[]): number => columns.reduce((sum, { cost }) => sum + cost, 0);

/** The cheapest way to deal lines out to rows, in order: cells level with their rows, their lines evenly apart. */
function divide(
  lines: readonly Row[],
  anchors: readonly number[],
  { standsAt, pitch, height }: Fit,
): Division {
  const off = (distance: number): number => (distance / height) ** 2;
  const cellCost = (cell: readonly Row[], anchor: number): number =>
    gapsOf(cell).reduce(
      (sum, gap) => sum + Math.min(EMPTY, off(Math.max(0, gap - pitch))),
      off(standsAt(cell) - anchor),
    );
  let best: (Division | undefined)[] = [{ cost: 0, cells: [] }];
  for (const anchor of anchors) {
    const next: (Division | undefined)[] = [];
    for (let to = 0; to <= lines.length; to += 1) {
      for (let from = Math.max(0, to - LONGEST_CELL); from <= to; from += 1) {
        const before = best[from];
        if (before === undefined) continue;
        const cell = lines.slice(from, to);
        const cost = before.cost + (cell.length === 0 ? EMPTY : cellCost(cell, anchor));
        if (cost < (next[to]?.cost ?? Number.POSITIVE_INFINITY))
          next[to] = { cost, cells: [...before.cells, cell] };
      }
    }
    best = next;
  }
  return best[lines.length] ?? { cost: Number.POSITIVE_INFINITY, cells: [lines] };
}
