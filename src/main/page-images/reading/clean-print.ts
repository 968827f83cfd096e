import { type GreyPicture, inkThreshold } from '../text-skew.ts';
import { hasCodeTraces, hasDensePieces } from './code-traces.ts';
import { hasDarkGround } from './dark-ground.ts';
import { findDotLeaders } from './dot-leaders.ts';
import { letterHeightOf } from './letter-height.ts';
import { hasMarksBelow } from './marks-below.ts';
import { findComponents, type PrintComponents } from './print-components.ts';
import { findSpecks } from './specks.ts';
import { findWhiteBand } from './white-band.ts';

export type SeenPrint = {
  /** Of the letters, in pixels; null where there are too few of them. */
  readonly letterHeight: number | null;
  /** Something may be a QR code or a barcode. */
  readonly codesSeen: boolean;
  /** Something is as dense as a code whose dots run together. */
  readonly densePieces: boolean;
  /** Most marks stand under their letters. */
  readonly upsideDown: boolean;
  /** Bright print may stand on some of it. */
  readonly darkGround: boolean;
  /** Where the page may be cut in two; null where it must not. */
  readonly whiteRow: number | null;
};

/**
 * Takes out of a reading picture what is no letter but is read as one: dotted leaders of forms and the specks of a
 * photocopy. Changes the pixels given. Dots of i, ạ and full stops stay: they lie close to a letter and are as large as
 * the page's other dots.
 */
export function cleanPrint(picture: GreyPicture, dpi: number): SeenPrint {
  const threshold = inkThreshold(picture.pixels);
  const components = findComponents(picture, threshold);
  const letterHeight = letterHeightOf(components, dpi);
  const codesSeen = hasCodeTraces(components, dpi);
  const densePieces = hasDensePieces(components, dpi);
  const darkGround = hasDarkGround(components, dpi);
  const ofThePage = { letterHeight, codesSeen, densePieces, darkGround };
  if (letterHeight === null) return { ...ofThePage, upsideDown: false, whiteRow: null };
  const upsideDown = hasMarksBelow(components, letterHeight);
  const paper = paperBrightness(picture);
  const leaders = new Set(findDotLeaders(components, letterHeight));
  const specks = findSpecks(components, letterHeight, picture, leaders);
  const takenOut = new Set([...leaders, ...specks]);
  for (const at of takenOut) paintOut(picture, components, at, paper);
  const { width, height } = picture;
  const whiteRow = findWhiteBand({ width, height, dpi }, components, letterHeight, takenOut);
  return { ...ofThePage, upsideDown, whiteRow };
}

/** Most frequent of the bright levels. */
function paperBrightness({ pixels }: GreyPicture): number {
  const counts = new Int32Array(256);
  for (let at = 0; at < pixels.length; at += 7) {
    const level = pixels[at] ?? 255;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  let paper = 255;
  for (let level = 128; level < 256; level++) if ((counts[level] ?? 0) > (counts[paper] ?? 0)) paper = level;
  return paper;
}

/** Paints over a small piece and the grey around it; such pieces are dots, so their box is their shape. */
function paintOut(
  { pixels, width, height }: GreyPicture,
  { left, right, top, bottom }: PrintComponents,
  at: number,
  paper: number,
): void {
  const from = Math.max(0, (left[at] ?? 0) - 1);
  const to = Math.min(width - 1, (right[at] ?? 0) + 1);
  for (let y = Math.max(0, (top[at] ?? 0) - 1); y <= Math.min(height - 1, (bottom[at] ?? 0) + 1); y++)
    pixels.fill(paper, y * width + from, y * width + to + 1);
}
