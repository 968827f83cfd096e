import { compactLine } from '../labels/compact-line.ts';
import { findPhrase, hasPhrase } from '../labels/find-phrase.ts';
import { linesByPlace, middle, type PrintedLine, wordsBetween } from '../printed-line.ts';
import type { FieldForm } from './field-form.ts';

/** A little left of the second column's first letter, fraction of the width. */
const GUTTER = 0.008;

/**
 * Lines of a paper that is set in two columns, first the left one's, then the right one's, whatever the engine made of
 * them. Other papers' lines as they are.
 */
export function inColumns(lines: readonly PrintedLine[], { columns }: FieldForm): readonly PrintedLine[] {
  if (columns === undefined) return lines;
  const label = lines
    .map((line) => ({ line, place: findPhrase(compactLine(line), columns.second)[0] }))
    .find(({ place }) => place !== undefined);
  if (label?.place === undefined) return lines;
  const first = wordsBetween(label.line, label.place.from, label.place.to)[0];
  if (first === undefined || first.box.x < 0.25) return lines;
  const gutter = first.box.x - GUTTER;
  const top = first.box.y - first.box.height;
  const { until } = columns;
  const end =
    until === null
      ? undefined
      : lines.find((line) => line.box.y > top && hasPhrase(compactLine(line), until));
  const bottom = end === undefined ? 1 : end.box.y - 0.002;
  const isAbove = (line: PrintedLine): boolean => line.box.y + line.box.height / 2 < top;
  const isBelow = (line: PrintedLine): boolean => line.box.y + line.box.height / 2 >= bottom;
  const words = lines
    .flatMap((line) => line.words)
    .filter((word) => middle(word) >= top && middle(word) < bottom);
  const sameRow = first.box.height * 0.55;
  const isLeft = (word: (typeof words)[number]): boolean => word.box.x + word.box.width / 2 < gutter;
  return [
    ...lines.filter(isAbove),
    ...linesByPlace(words.filter(isLeft), sameRow),
    ...linesByPlace(
      words.filter((word) => !isLeft(word)),
      sameRow,
    ),
    ...lines.filter(isBelow),
  ];
}
