import { type PrintedLine, printedLine, wordsBetween } from '../printed-line.ts';
import type { PrintedWord } from '../printed-word.ts';
import { compactLine } from './compact-line.ts';
import { findPhrase } from './find-phrase.ts';

/** What a label names; two labels of one line part their values. */
export type Label<Name> = {
  readonly name: Name;
  /** Bare phrases, e.g. `ngay, thang, nam sinh`; with the English half where it is printed. */
  readonly phrases: readonly string[];
  /** Only where it begins a line (`Ông:`); figures and points before it do not count. */
  readonly atStart?: boolean;
};

/** A label that was found, and the text that may be its value: the rest of its line and the lines under it. */
export type LabelCell<Name> = {
  readonly name: Name;
  readonly errors: number;
  readonly text: string;
  /** Words of a part of `text`. */
  readonly wordsOf: (from: number, to: number) => readonly PrintedWord[];
  /** Where each of its lines ends in `text`; the first is the label's own and may be empty. */
  readonly lineEnds: readonly number[];
  /** Its last line is full and beneath it is a hole: a line that goes on was perhaps not read. */
  readonly perhapsCut: boolean;
};

type Place<Name> = {
  readonly name: Name;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly errors: number;
};

/** Value lines under a label at most: long addresses take three. */
const MOST_LINES = 4;
/** Lines of one value stand no further apart than this many letter heights. */
const WIDEST_STEP = 3.6;
/** A value goes on beneath only when its line is full: it ends this close to where lines of its column end. */
const FULL_LINE = 0.16;
const NEIGHBOURS = 3;
/** Half a line more than usual. */
const HOLE = 1.5;
/** Lines that begin this close to each other are of one column. */
const SAME_COLUMN = 0.06;
/** `2.`, `e)`, `* `: what stands before a label at the beginning of a line. */
const LABEL_NUMBER = /^[^\p{L}\d]*(?:\p{L}{1,2}|[\dIVX]{1,3})?[^\p{L}\d]*$/u;
const AFTER_LABEL = /^[\s:;.,/()[\]|…_–—*-]*/u;

/** Every label on the page in reading order, each with the text up to the next label. */
export function labelCells<Name>(
  lines: readonly PrintedLine[],
  labels: readonly Label<Name>[],
): readonly LabelCell<Name>[] {
  const byLine = lines.map((line, at) => placesOn(line, at, labels));
  return byLine.flatMap((places) => places.map((place, at) => cellOf(place, places[at + 1], lines, byLine)));
}

function placesOn<Name>(
  line: PrintedLine,
  at: number,
  labels: readonly Label<Name>[],
): readonly Place<Name>[] {
  const compact = compactLine(line);
  const all = labels.flatMap((label) =>
    label.phrases.flatMap((phrase) =>
      findPhrase(compact, phrase)
        .filter(({ from, to }) => !line.text.slice(from, to).includes(':'))
        .filter(({ from }) => label.atStart !== true || LABEL_NUMBER.test(line.text.slice(0, from)))
        .map(({ from, to, errors }): Place<Name> => ({ name: label.name, line: at, from, to, errors })),
    ),
  );
  // The longest label wins the place: `Nơi đăng ký khai sinh` before `Nơi sinh`.
  const taken: Place<Name>[] = [];
  for (const place of all.sort((a, b) => b.to - b.from - b.errors * 2 - (a.to - a.from - a.errors * 2))) {
    if (taken.every((other) => other.to <= place.from || other.from >= place.to)) taken.push(place);
  }
  return taken.sort((a, b) => a.from - b.from);
}

function cellOf<Name>(
  place: Place<Name>,
  next: Place<Name> | undefined,
  lines: readonly PrintedLine[],
  byLine: readonly (readonly Place<Name>[])[],
): LabelCell<Name> {
  const line = lines[place.line];
  const rows: PrintedWord[][] = [];
  if (line !== undefined) {
    const skipped = AFTER_LABEL.exec(line.text.slice(place.to))?.[0].length ?? 0;
    const end = next?.from ?? line.text.length;
    const own = cut(line, Math.min(place.to + skipped, end), end);
    rows.push(own);
    const empty = own.every(({ text }) => !/[\p{L}\d]/u.test(text));
    if (next === undefined) rows.push(...rowsBeneath(place.line, empty, lines, byLine));
  }
  const last = place.line + rows.length - 1;
  const value = printedLine(rows.flat());
  let at = -1;
  return {
    name: place.name,
    errors: place.errors,
    text: value.text,
    perhapsCut: next === undefined && isFull(last, lines) && isHoleBeneath(last, lines),
    wordsOf: (from, to) => wordsBetween(value, from, to),
    lineEnds: rows.map((row) => {
      at += row.reduce((length, word) => length + word.text.length + 1, 0);
      return Math.max(0, at);
    }),
  };
}

/** Words of a part of a line; one that a label's end cuts through (`Số:123`) is cut with it. */
function cut(line: PrintedLine, from: number, to: number): PrintedWord[] {
  let at = 0;
  return line.words.flatMap((word) => {
    const start = at;
    at += word.text.length + 1;
    const text = word.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === '' ? [] : [{ ...word, text }];
  });
}

/** The next line is further away than lines of this page are from each other. */
function isHoleBeneath(at: number, lines: readonly PrintedLine[]): boolean {
  const steps = lines
    .slice(1)
    .map((line, index) => line.box.y - (lines[index]?.box.y ?? 0))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  const [line, next] = [lines[at], lines[at + 1]];
  return line !== undefined && next !== undefined && next.box.y - line.box.y > usual * HOLE;
}

/** Measured against the lines about it: further away the text may be set wider. */
function isFull(at: number, lines: readonly PrintedLine[]): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  const about = lines
    .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    .filter(({ box }) => Math.abs(box.x - line.box.x) < SAME_COLUMN);
  const edge = Math.max(...about.map(({ box }) => box.x + box.width));
  return line.box.x + line.box.width > edge - FULL_LINE;
}

function rowsBeneath<Name>(
  at: number,
  emptyFirst: boolean,
  lines: readonly PrintedLine[],
  byLine: readonly (readonly Place<Name>[])[],
): readonly PrintedWord[][] {
  const rows: PrintedWord[][] = [];
  let above = lines[at];
  for (let next = at + 1; next < at + MOST_LINES; next += 1) {
    const line = lines[next];
    if (line === undefined || above === undefined) break;
    const step = line.box.y - above.box.y;
    if (step < 0 || step > Math.max(above.box.height, line.box.height) * WIDEST_STEP) break;
    const mayBeShort = emptyFirst && next === at + 1;
    if (!mayBeShort && !(isFull(next - 1, lines) && Math.abs(line.box.x - above.box.x) < SAME_COLUMN)) break;
    const label = byLine[next]?.[0];
    if (label !== undefined) {
      // A label further to the right ends the value; one at the beginning has at most its own number before it.
      if (!LABEL_NUMBER.test(line.text.slice(0, label.from))) rows.push(cut(line, 0, label.from));
      break;
    }
    rows.push([...line.words]);
    above = line;
  }
  return rows;
}
