import type { GreyPicture } from '../text-skew.ts';
import { findComponents, type PrintComponents } from './print-components.ts';

/** Three bytes a pixel, sRGB. */
export type ColourPicture = { readonly pixels: Uint8Array; readonly width: number; readonly height: number };

const MM_PER_INCH = 25.4;
/** Red by so much more than green and blue; the pink ground of a certificate is by less. */
const RED_FROM = 60;
/** With less red on the page (a share of it) there is no title in it. */
const LEAST_RED = 0.0002;
/** Height of capitals: 7 pt to 36 pt. */
const LETTER_MM = { least: 1.6, most: 10 };
/** In heights of a letter. */
const LETTER_WIDTH = { least: 0.08, most: 2.2 };
/** Letters of one row are alike in height, lie side by side and no farther apart than words are. */
const ALIKE = 0.6;
const WORD_GAP = 1.5;
const SHARED_HEIGHT = 0.55;
const FEWEST_LETTERS = 5;
/** Feet of a row lie on a straight line, those of a seal's inscription on a circle. In heights of a letter. */
const OFF_LINE = 0.25;
const ON_LINE_SHARE = 0.75;
/** Marks of Vietnamese capitals stand above, dots below. In heights of a letter. */
const MARKS = { above: 0.65, below: 0.4 };
/** Seals have 20 to 52 mm (TT 21/2021 BCA: 30 to 36 mm), and are as high as wide. */
const SEAL = { leastMm: 18, mostMm: 55, leastRatio: 0.72 };
/** Pieces of a seal lie nearer to each other than this. */
const SEAL_GAP_MM = 2;

type Letter = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Red is looked for in squares of this many pixels: a letter of 7 pt still is six of them high. */
const SHRINK = 2;

/**
 * The red channel, in which seals, emblems and red pens cannot be seen, with the red print drawn into it: the title of a
 * certificate, a name. Print is straight rows of like letters, outside of anything as large and round as a seal.
 */
export function redChannelWithPrint(colour: ColourPicture, dpi: number): GreyPicture {
  const { pixels, width, height } = colour;
  const grey = { pixels: new Uint8Array(width * height), width, height };
  const across = Math.ceil(width / SHRINK);
  const marks = new Uint8Array(across * Math.ceil(height / SHRINK)).fill(255);
  let red = 0;
  for (let y = 0, at = 0, from = 0; y < height; y++) {
    const row = Math.floor(y / SHRINK) * across;
    for (let x = 0; x < width; x++, at++, from += 3) {
      const value = pixels[from] ?? 0;
      grey.pixels[at] = value;
      const isRed =
        value - (pixels[from + 1] ?? 0) >= RED_FROM || value - (pixels[from + 2] ?? 0) >= RED_FROM;
      if (!isRed) continue;
      marks[row + Math.floor(x / SHRINK)] = 0;
      red++;
    }
  }
  if (red < LEAST_RED * grey.pixels.length) return grey;
  const small = { pixels: marks, width: across, height: Math.ceil(height / SHRINK) };
  const letters = lettersOf(findComponents(small, 0), findSeals(small, dpi / SHRINK), dpi / SHRINK);
  for (const row of rowsOf(letters)) for (const letter of row) drawLetter(colour, grey, letter);
  return grey;
}

/** As in the loop above, which is spelt out because it sees four million pixels. */
const isRedAt = ({ pixels }: ColourPicture, at: number): boolean =>
  (pixels[3 * at] ?? 0) - Math.min(pixels[3 * at + 1] ?? 255, pixels[3 * at + 2] ?? 255) >= RED_FROM;

/** Boxes of round things, from the red of coarse squares, so that a worn or overwritten ring still holds together. */
function findSeals({ pixels, width, height }: GreyPicture, dpi: number): readonly Letter[] {
  const cell = Math.max(1, Math.round((SEAL_GAP_MM / MM_PER_INCH) * dpi));
  const [across, down] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const squares = new Uint8Array(across * down).fill(255);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * across;
    for (let x = 0; x < width; x++) if (pixels[y * width + x] === 0) squares[row + Math.floor(x / cell)] = 0;
  }
  const blobs = findComponents({ pixels: squares, width: across, height: down }, 0);
  return boxesOf(blobs).flatMap(({ left, right, top, bottom }) => {
    const [wide, high] = [right - left + 1, bottom - top + 1].map((cells) => cells * SEAL_GAP_MM) as [
      number,
      number,
    ];
    const isSeal =
      Math.min(wide, high) >= SEAL.leastMm &&
      Math.max(wide, high) <= SEAL.mostMm &&
      Math.min(wide, high) / Math.max(wide, high) >= SEAL.leastRatio;
    if (!isSeal) return [];
    return [{ left: left * cell, right: (right + 1) * cell, top: top * cell, bottom: (bottom + 1) * cell }];
  });
}

const boxesOf = ({ count, left, right, top, bottom }: PrintComponents): readonly Letter[] =>
  Array.from({ length: count }, (_, at) => ({
    left: left[at] ?? 0,
    right: right[at] ?? 0,
    top: top[at] ?? 0,
    bottom: bottom[at] ?? 0,
  }));

const heightOf = ({ top, bottom }: Letter): number => bottom - top + 1;

function lettersOf(pieces: PrintComponents, seals: readonly Letter[], dpi: number): readonly Letter[] {
  const px = (mm: number): number => (mm / MM_PER_INCH) * dpi;
  return boxesOf(pieces).filter((box) => {
    const high = heightOf(box);
    const wide = box.right - box.left + 1;
    if (high < px(LETTER_MM.least) || high > px(LETTER_MM.most)) return false;
    if (wide < LETTER_WIDTH.least * high || wide > LETTER_WIDTH.most * high) return false;
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return !seals.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom);
  });
}

/** Straight rows of like letters. */
function rowsOf(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const rows: Letter[][] = [];
  for (const letter of letters.toSorted((one, other) => one.left - other.left)) {
    const row = rows.findLast((open) => follows(open.at(-1) as Letter, letter));
    if (row === undefined) rows.push([letter]);
    else row.push(letter);
  }
  return rows.filter((row) => row.length >= FEWEST_LETTERS && isStraight(row));
}

function follows(one: Letter, next: Letter): boolean {
  const [low, high] = [heightOf(one), heightOf(next)].sort((a, b) => a - b) as [number, number];
  const shared = Math.min(one.bottom, next.bottom) - Math.max(one.top, next.top) + 1;
  const gap = next.left - one.right;
  return low >= ALIKE * high && shared >= SHARED_HEIGHT * high && gap <= WORD_GAP * high && gap > -0.5 * high;
}

/** The line through the feet is that through two of them, one of each half, which passes most of them by least. */
function isStraight(row: readonly Letter[]): boolean {
  const height = row.map(heightOf).sort((a, b) => a - b)[row.length >> 1] ?? 1;
  const feet = row.map(({ left, right, bottom }) => ({ x: (left + right) / 2, y: bottom }));
  const half = feet.length >> 1;
  return feet.slice(0, half).some((from) =>
    feet.slice(half).some((to) => {
      const slope = (to.y - from.y) / Math.max(1, to.x - from.x);
      if (Math.abs(slope) > 0.2) return false;
      const on = feet.filter(({ x, y }) => Math.abs(from.y + slope * (x - from.x) - y) <= OFF_LINE * height);
      return on.length >= ON_LINE_SHARE * feet.length;
    }),
  );
}

/** Its red in the darkness of its darkest colour, with the marks above and below. */
function drawLetter(colour: ColourPicture, grey: GreyPicture, letter: Letter): void {
  const { width, height } = grey;
  const high = heightOf(letter);
  const fromY = Math.max(0, Math.floor(SHRINK * (letter.top - MARKS.above * high)));
  const toY = Math.min(height - 1, Math.ceil(SHRINK * (letter.bottom + 1 + MARKS.below * high)));
  const fromX = Math.max(0, SHRINK * (letter.left - 1));
  const toX = Math.min(width - 1, SHRINK * (letter.right + 2));
  for (let y = fromY; y <= toY; y++) {
    for (let x = fromX; x <= toX; x++) {
      const at = y * width + x;
      // the soft rim of a stroke is less red than its middle, and belongs to it
      if (![at, at - 1, at + 1, at - width, at + width].some((near) => isRedAt(colour, near))) continue;
      const darkest = Math.min(colour.pixels[3 * at + 1] ?? 255, colour.pixels[3 * at + 2] ?? 255);
      grey.pixels[at] = Math.min(grey.pixels[at] ?? 255, darkest);
    }
  }
}
