import type { DrawnGlyph } from './drawn-glyph.ts';
import { combiningMark, glyphText } from './glyph-text.ts';

/** A word in pixels of the rendered page, as the fonts have it: `top` and `bottom` hold the tallest letters. */
export type DrawnWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly line: number;
};

/** In heights of the font. Spaces are 0.25 and shrink to 0.18 in justified lines; kerning stays under 0.1. */
const GAP = {
  /** Without a space in the file a gap of this width parts words. */
  partsWords: 0.18,
  /** With one, less is enough; none at all means that the next letter was drawn back over the space. */
  confirmsSpace: 0.06,
  /** Cells of a table, the two columns of an official head. */
  partsLines: 2,
} as const;
/** How much of the font's height lies over and under the line that letters stand on. */
const ABOVE = 0.95;
const BELOW = 0.28;

const DRAWN_AGAIN_WITHIN = 4;

type Letter = {
  text: string;
  readonly glyph: DrawnGlyph;
  /** Place in the order of drawing. */
  readonly at: number;
};

/**
 * Rebuilds words and printed lines from glyphs, whatever pieces they were drawn in (one run a word, one a letter, a run
 * for each font that a word needs). Lines come in the order of drawing, which is the writer's, cells and columns each
 * by itself; text is NFC.
 */
export function wordsOfGlyphs(glyphs: readonly DrawnGlyph[]): readonly DrawnWord[] {
  const lines = printedLines(glyphs).flatMap(piecesOf);
  lines.sort((one, other) => firstDrawn(one) - firstDrawn(other));
  return lines.flatMap((letters, line) => wordsOf(letters, line));
}

const firstDrawn = (letters: readonly Letter[]): number => Math.min(...letters.map(({ at }) => at));

/** Letters that stand on one level, from left to right; tall fonts first, so that a raised figure joins its line. */
function printedLines(glyphs: readonly DrawnGlyph[]): readonly Letter[][] {
  const letters = glyphs
    .map((glyph, at): Letter => ({ text: glyphText(glyph.text), glyph, at }))
    .filter(({ text, glyph }) => text !== '' && glyph.size > 0 && Number.isFinite(glyph.left));
  const lines: { readonly baseline: number; readonly size: number; readonly letters: Letter[] }[] = [];
  for (const letter of letters.toSorted((one, other) => other.glyph.size - one.glyph.size)) {
    const { baseline, size } = letter.glyph;
    const middle = baseline - size * 0.3;
    let nearest: (typeof lines)[number] | undefined;
    for (const line of lines) {
      const inside = middle > line.baseline - line.size * 0.75 && middle < line.baseline + line.size * 0.1;
      const closer =
        nearest === undefined || Math.abs(line.baseline - baseline) < Math.abs(nearest.baseline - baseline);
      if (inside && closer) nearest = line;
    }
    if (nearest === undefined) lines.push({ baseline, size, letters: [letter] });
    else nearest.letters.push(letter);
  }
  return lines.map((line) =>
    joinMarks(line.letters.toSorted((one, other) => one.glyph.left - other.glyph.left || one.at - other.at)),
  );
}

/** Marks go to the letter that they stand over; what was drawn twice for boldness counts once. */
function joinMarks(sorted: readonly Letter[]): Letter[] {
  const kept: Letter[] = [];
  const marks: { readonly mark: string; readonly glyph: DrawnGlyph }[] = [];
  for (const letter of sorted) {
    const mark = combiningMark(letter.text);
    const narrow = letter.glyph.right - letter.glyph.left < letter.glyph.size * 0.05;
    const before = kept.findLast(({ text }) => text !== ' ');
    const over =
      before !== undefined &&
      before.glyph.right - letter.glyph.left > Math.max(0.3 * (letter.glyph.right - letter.glyph.left), 0.02);
    if (mark !== null && (narrow || over || /^\p{M}/u.test(letter.text))) {
      marks.push({ mark, glyph: letter.glyph });
      continue;
    }
    const twice = kept
      .slice(-DRAWN_AGAIN_WITHIN)
      .some(
        ({ text, glyph }) =>
          text === letter.text && Math.abs(glyph.left - letter.glyph.left) < letter.glyph.size * 0.08,
      );
    if (!twice || letter.text === ' ') kept.push({ ...letter });
  }
  for (const { mark, glyph } of marks) {
    const middle = (glyph.left + glyph.right) / 2;
    const distance = (letter: Letter) => Math.max(0, letter.glyph.left - middle, middle - letter.glyph.right);
    const under = kept
      .filter(({ text }) => /\p{L}/u.test(text))
      .reduce<Letter | undefined>(
        (best, letter) => (best === undefined || distance(letter) < distance(best) ? letter : best),
        undefined,
      );
    if (under !== undefined) under.text = (under.text + mark).normalize('NFC');
  }
  return kept;
}

/** Parts a level into what belongs together: cells of a table lie far apart. */
function piecesOf(line: readonly Letter[]): readonly Letter[][] {
  const pieces: Letter[][] = [];
  let last: DrawnGlyph | null = null;
  for (const letter of line) {
    if (letter.text === ' ') {
      pieces.at(-1)?.push(letter);
      continue;
    }
    const far = last !== null && letter.glyph.left - last.right > last.size * GAP.partsLines;
    if (last === null || far) pieces.push([]);
    pieces.at(-1)?.push(letter);
    last = letter.glyph;
  }
  return pieces;
}

function wordsOf(letters: readonly Letter[], line: number): readonly DrawnWord[] {
  const words: Letter[][] = [];
  let last: Letter | null = null;
  let spaced = false;
  for (const letter of letters) {
    if (letter.text === ' ') {
      spaced = true;
      continue;
    }
    if (last === null) words.push([letter]);
    else {
      const { size } = last.glyph;
      const open = letter.glyph.left - last.glyph.right;
      const unasked = letter.glyph.left - last.glyph.next;
      const parted = spaced ? open > size * GAP.confirmsSpace : unasked > size * GAP.partsWords;
      if (parted) words.push([letter]);
      else words.at(-1)?.push(letter);
    }
    last = letter;
    spaced = false;
  }
  return words.flatMap((word) => wordOf(word, line));
}

function wordOf(letters: readonly Letter[], line: number): readonly DrawnWord[] {
  const text = letters
    .map((letter) => letter.text)
    .join('')
    .normalize('NFC');
  const of = (pick: (glyph: DrawnGlyph) => number) => letters.map(({ glyph }) => pick(glyph));
  const box = {
    left: Math.min(...of(({ left }) => left)),
    right: Math.max(...of(({ right }) => right)),
    top: Math.min(...of(({ baseline, size }) => baseline - size * ABOVE)),
    bottom: Math.max(...of(({ baseline, size }) => baseline + size * BELOW)),
    line,
  };
  // some fonts have one glyph for two words and the space between them
  const parts = text.split(' ').filter(Boolean);
  const width = (box.right - box.left) / Math.max(1, parts.length);
  return parts.map((part, n) => ({
    ...box,
    text: part,
    left: box.left + width * n,
    right: box.left + width * (n + 1),
  }));
}
