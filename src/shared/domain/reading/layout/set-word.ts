import type { PrintedWord } from '../printed-word.ts';

/** What the arranging needs to know of the page. */
export type PageShape = {
  /** Height / width: makes fractions of the height comparable with fractions of the width. */
  readonly aspect: number;
};

/** A word as it stands on the page; all lengths in page widths. */
export type SetWord = {
  readonly word: PrintedWord;
  readonly left: number;
  readonly right: number;
  /** Middle and height of the letters; of the line's other words where the engine's own box cannot be right. */
  readonly middle: number;
  readonly height: number;
  /** Height of the engine's own box: how much ink there is. */
  readonly inkHeight: number;
};

/** Height of a word of the page's usual print, ascender to descender: 0.8–0.95 of the type size. */
export const letterHeight = (words: readonly SetWord[]): number =>
  median(words.flatMap(({ word, height }) => (/\p{L}{2}/u.test(word.text) ? [height] : []))) ??
  median(words.map(({ height }) => height)) ??
  0;

/**
 * The words with boxes to reckon with. The engine's LSTM often gives a word the height of its line's whole strip, or
 * of one speck in it (measured on a photocopy: one word in eight); such a word gets the middle and height of its line.
 */
export function setWords(words: readonly PrintedWord[], { aspect }: PageShape): readonly SetWord[] {
  const asFound = words.map((word) => ({
    word,
    left: word.box.x,
    right: word.box.x + word.box.width,
    middle: (word.box.y + word.box.height / 2) * aspect,
    height: word.box.height * aspect,
    inkHeight: word.box.height * aspect,
  }));
  const usual = letterHeight(asFound);
  const lines = Map.groupBy(asFound, ({ word }) => word.line);
  return asFound.map((set) => {
    const line = lines.get(set.word.line) ?? [];
    const { height = usual, middle = set.middle } = lineMeasure(line, usual) ?? {};
    const isLetters = /[\p{L}\d]/u.test(set.word.text);
    const fits = set.height < 1.6 * height && (!isLetters || set.height > 0.35 * height);
    const right = Math.min(set.right, set.left + reach(set.word.text, height));
    return fits || line.length < 3 ? { ...set, right } : { ...set, middle, height, right };
  });
}

/** How wide a short word can be at most: a rule beside a number is taken for a part of it. */
const reach = (text: string, height: number): number =>
  text.length > 3 ? Number.POSITIVE_INFINITY : (text.length + 0.3) * height;

/** Height and middle of a line by the words that look like print. */
function lineMeasure(
  line: readonly SetWord[],
  usual: number,
): { readonly height: number; readonly middle: number } | null {
  const print = line.filter(
    ({ word, height }) => /[\p{L}\d]{2}/u.test(word.text) && height > 0.4 * usual && height < 2.5 * usual,
  );
  const height = median(print.map((set) => set.height));
  const middle = median(print.map((set) => set.middle));
  return height === undefined || middle === undefined ? null : { height, middle };
}

/** The middle one; the lower of two. */
export function median(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[(numbers.length - 1) >> 1];
}
