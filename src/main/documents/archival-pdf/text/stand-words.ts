import type { PrintedWord } from '../../../../shared/domain/reading/printed-word.ts';
import type { LetterMetrics } from './letter-metrics.ts';

/** A word on its line, in points from the lower left corner of the page. */
export type StandingWord = {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  /** The same for all words of a line, as far as they are of one size: a program that copies sees one line. */
  readonly size: number;
  /** In percent of its natural width. */
  readonly squeeze: number;
};

/** Signs lower than this (dashes, dots) say nothing about the size of the type. */
const LEAST_EXTENT_EM = 0.35;
/** A word this far off its line (a raised note number, a line that was not one) keeps its own place. */
const OFF_LINE_EM = 0.35;
/** When a line has only dashes: a box is about as high as a small letter. */
const SMALL_LETTER_EM = 0.46;
const SIZES_PT = { least: 2, most: 300 };
const SQUEEZE_PERCENT = { least: 5, most: 2000 };

/**
 * Finds size and baseline of each word from its box: the letters say how far the word reaches above and below its line.
 * Lines take the middle value of their words, since single boxes are off by a pixel or a lost mark.
 * @param words in reading order; what is white space only is left out
 */
export function standWords(
  words: readonly PrintedWord[],
  page: { readonly widthPt: number; readonly heightPt: number },
  metrics: LetterMetrics,
): readonly StandingWord[] {
  const measured = words.map((word) => measure(word, page, metrics)).filter((word) => word !== null);
  const byLine = Map.groupBy(measured, ({ line }) => line);
  const lines = new Map([...byLine].map(([line, all]) => [line, settleLine(all)] as const));
  return measured.map((word) => {
    const line = lines.get(word.line) ?? settleLine([word]);
    const own = word.bottomPt - word.bottomEm * line.size;
    const onLine = Math.abs(own - line.baseline) <= OFF_LINE_EM * line.size;
    return {
      text: word.text,
      x: word.leftPt,
      baseline: onLine ? line.baseline : own,
      size: line.size,
      squeeze: within((100 * word.widthPt) / (word.naturalEm * line.size), SQUEEZE_PERCENT),
    };
  });
}

type Measured = {
  readonly text: string;
  readonly line: number;
  readonly leftPt: number;
  readonly bottomPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly naturalEm: number;
  readonly bottomEm: number;
  readonly extentEm: number;
};

function measure(
  { text: read, box, line }: PrintedWord,
  page: { readonly widthPt: number; readonly heightPt: number },
  metrics: LetterMetrics,
): Measured | null {
  const text = read
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .trim();
  if (text === '') return null;
  const letters = Array.from(text, metrics);
  const bottomEm = Math.min(...letters.map(({ bottom }) => bottom));
  return {
    text,
    line,
    leftPt: box.x * page.widthPt,
    bottomPt: (1 - box.y - box.height) * page.heightPt,
    widthPt: Math.max(0.1, box.width * page.widthPt),
    heightPt: Math.max(0.1, box.height * page.heightPt),
    naturalEm: Math.max(
      0.05,
      letters.reduce((sum, { advance }) => sum + advance, 0),
    ),
    bottomEm,
    extentEm: Math.max(...letters.map(({ top }) => top)) - bottomEm,
  };
}

function settleLine(words: readonly Measured[]): { readonly size: number; readonly baseline: number } {
  const telling = words.filter(({ extentEm }) => extentEm >= LEAST_EXTENT_EM);
  const size = within(
    telling.length > 0
      ? middle(telling.map(({ heightPt, extentEm }) => heightPt / extentEm))
      : middle(words.map(({ heightPt }) => heightPt)) / SMALL_LETTER_EM,
    SIZES_PT,
  );
  const standing = telling.length > 0 ? telling : words;
  return { size, baseline: middle(standing.map(({ bottomPt, bottomEm }) => bottomPt - bottomEm * size)) };
}

const within = (value: number, { least, most }: { readonly least: number; readonly most: number }): number =>
  Math.min(most, Math.max(least, value));

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
