import { bareText } from '../bare-text.ts';
import { columnedZones, columnsOf, type Zone } from './columned-zones.ts';
import { printedRows, type Row } from './printed-rows.ts';
import { letterHeight, median, type SetWord } from './set-word.ts';
import { tableRows } from './table-rows.ts';
import { bands, widthOf } from './white-space.ts';
import { wrappedRows } from './wrapped-cells.ts';

/** Printed lines in the order a person reads them. */
export function readingOrder(words: readonly SetWord[]): readonly Row[] {
  const height = letterHeight(words);
  return columnedZones(bands(words), height).flatMap((zone) => zoneOrder(zone, height));
}

function zoneOrder(zone: Zone, height: number): readonly Row[] {
  const words = zone.bands.flatMap((band) => band.words);
  if (zone.gutters.length === 0) return printedRows(words);
  const foot = footOrder(zone, height);
  if (foot !== null) return foot;
  const columns = columnsOf(zone);
  if (columns.every(isProse)) return columns.flatMap(readingOrder);
  const table = tableRows(columns, height) ?? wrappedRows(columns, height);
  if (table === null) return printedRows(words);
  return table.flatMap((cells) => levelLines(cells.flat()));
}

/** Lines that follow each other in reading and stand level are one printed line. */
function levelLines(lines: readonly Row[]): readonly Row[] {
  const out: Row[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    const isLevel =
      before !== undefined &&
      Math.abs(before.middle - line.middle) < 0.5 * Math.min(before.height, line.height);
    if (before !== undefined && isLevel)
      out[out.length - 1] = { ...before, words: [...before.words, ...line.words] };
    else out.push(line);
  }
  return out;
}

/** NĐ 30/2020, boxes 9b and 7: the list of recipients is read before the signature that stands right of it. */
function footOrder(zone: Zone, height: number): readonly Row[] | null {
  const gutter = zone.gutters.toSorted((a, b) => widthOf(b) - widthOf(a))[0];
  const [left = [], right = []] = gutter === undefined ? [] : columnsOf({ ...zone, gutters: [gutter] });
  const list = printedRows(left);
  const label = list.find(isRecipients) ?? (isList(list) ? list[0] : undefined);
  if (label === undefined) return null;
  const top = label.middle - height;
  const isOver = (word: SetWord): boolean => word.middle < top;
  return [
    ...printedRows([...left, ...right].filter(isOver)),
    ...printedRows(left.filter((word) => !isOver(word))),
    ...printedRows(right.filter((word) => !isOver(word))),
  ];
}

/** `Nơi nhận:` as it is read: marks are lost more often than letters, the first word may be hidden by a stroke. */
function isRecipients(row: Row): boolean {
  const bare = bareText(textOf(row));
  return /^\W*n[o0]i nh[ao]n\b/.test(bare) || /^\W*\w{1,4} nhan\W*$/.test(bare);
}

/** Items with hyphens, as recipients are listed, whatever became of the label. */
function isList(rows: readonly Row[]): boolean {
  const items = rows.filter((row) => /^[-~–] ?\p{L}/u.test(textOf(row)));
  return items.length >= 2 && items.length > 0.6 * rows.length;
}

const textOf = (row: Row): string => row.words.map(({ word }) => word.text).join(' ');

/** Columns of running text: most lines reach from one side of the column to the other. */
function isProse(column: readonly SetWord[]): boolean {
  const rows = printedRows(column);
  const left = Math.min(...column.map((word) => word.left));
  const right = Math.max(...column.map((word) => word.right));
  const fill = median(rows.map(({ words }) => ((words.at(-1)?.right ?? left) - left) / (right - left))) ?? 0;
  const wordsInRow = median(rows.map(({ words }) => words.length)) ?? 0;
  return rows.length >= 5 && fill > 0.8 && wordsInRow >= 4;
}
