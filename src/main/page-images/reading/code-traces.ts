import { hasFilledBlock } from './filled-block.ts';
import type { PrintComponents } from './print-components.ts';

const MM_PER_INCH = 25.4;

/**
 * Is there anything in this print that may be a QR code or a barcode? To look for codes costs fetching, unpacking and
 * searching the picture, and few papers have one. Rather says yes too often: one corner mark of a QR code is enough, or a
 * comb of strokes, upright or lying.
 * @param dpi of the picture in which the pieces were found
 */
export function hasCodeTraces(pieces: PrintComponents, dpi: number): boolean {
  const px = (mm: number): number => (mm * dpi) / MM_PER_INCH;
  return hasCornerMark(pieces, px) || hasComb(pieces, px);
}

/** A QR code of which the dots run together, as on a blurred scan; half of its box is empty when it stands on a corner. */
const RUN_TOGETHER = { longMm: 8, shortMm: 8, fill: 0.3 };
/** Strokes of a barcode that do. Words whose letters touch are less high or fill less. */
const MERGED_STROKES = { longMm: 5, shortMm: 3, fill: 0.75 };

/**
 * Is there any piece as large and dense as a code whose dots or strokes run together? Also photos, filled bars and emblems
 * are; a page without any has no code that could be seen at more dots an inch.
 */
export const hasDensePieces = (pieces: PrintComponents, dpi: number): boolean =>
  hasFilledBlock(pieces, dpi, RUN_TOGETHER) || hasFilledBlock(pieces, dpi, MERGED_STROKES);

type Pixels = (mm: number) => number;

/** A corner mark is seven modules wide; modules are 0.15 mm on cards, 4 mm on separator sheets. */
const MARK_MM = { least: 1, most: 30 };
/** The square in it is three of its seven modules wide; blur and a threshold move every edge. */
const INNER_SHARE = { least: 0.3, most: 0.58 };
/** The ring is 24 of 49 modules, and half as much of its box when it stands on a corner. */
const RING_FILL = { least: 0.22, most: 0.72 };
const SQUARE_FILL = 0.45;
const NEARLY_SQUARE = 1.35;
/** Of the mark's side. */
const OFF_CENTRE = 0.12;

/** A ring around a square with the same middle, as in the corners of a QR code (ISO/IEC 18004), whatever its turn. */
function hasCornerMark({ count, left, right, top, bottom, area }: PrintComponents, px: Pixels): boolean {
  const wide = (at: number): number => (right[at] ?? 0) - (left[at] ?? 0) + 1;
  const high = (at: number): number => (bottom[at] ?? 0) - (top[at] ?? 0) + 1;
  const isSquare = (at: number): boolean => {
    const ratio = wide(at) / high(at);
    return ratio < NEARLY_SQUARE && ratio > 1 / NEARLY_SQUARE;
  };
  const fill = (at: number): number => (area[at] ?? 0) / (wide(at) * high(at));
  const middle = (at: number): number => (left[at] ?? 0) + (right[at] ?? 0);

  const squares: number[] = [];
  const rings: number[] = [];
  for (let at = 0; at < count; at++) {
    if (!isSquare(at)) continue;
    const side = Math.max(wide(at), high(at));
    if (side > px(MARK_MM.most)) continue;
    if (side >= px(MARK_MM.least * INNER_SHARE.least) && fill(at) >= SQUARE_FILL) squares.push(at);
    if (side >= px(MARK_MM.least) && fill(at) >= RING_FILL.least && fill(at) <= RING_FILL.most)
      rings.push(at);
  }
  squares.sort((one, other) => middle(one) - middle(other));
  rings.sort((one, other) => middle(one) - middle(other));
  let from = 0;
  for (const ring of rings) {
    const side = Math.max(wide(ring), high(ring));
    const farthest = px(MARK_MM.most) * OFF_CENTRE;
    while (from < squares.length && middle(squares[from] ?? 0) < middle(ring) - 2 * farthest) from++;
    for (let next = from; next < squares.length; next++) {
      const square = squares[next] ?? 0;
      const offX = (middle(square) - middle(ring)) / 2;
      if (offX > farthest) break;
      const offY = ((top[square] ?? 0) + (bottom[square] ?? 0) - (top[ring] ?? 0) - (bottom[ring] ?? 0)) / 2;
      if (Math.max(Math.abs(offX), Math.abs(offY)) > OFF_CENTRE * side + 1) continue;
      const share = Math.max(wide(square), high(square)) / side;
      if (square !== ring && share >= INNER_SHARE.least && share <= INNER_SHARE.most) return true;
    }
  }
  return false;
}

/** Strokes of a barcode are at least so long, and stand no farther apart than four modules of 0.6 mm. */
const STROKE_MM = { least: 3.5, widest: 2.5, gap: 2.5, uneven: 0.6 };
/** The shortest code of offices has 25, but some may run together. */
const FEWEST_STROKES = 8;

function hasComb(pieces: PrintComponents, px: Pixels): boolean {
  const { count, left, right, top, bottom } = pieces;
  return (
    hasStrokes(count, left, right, top, bottom, px) || // standing
    hasStrokes(count, top, bottom, left, right, px) // lying: across and down change places
  );
}

/** Long narrow pieces side by side that begin and end at the same height. */
function hasStrokes(
  count: number,
  left: Int32Array,
  right: Int32Array,
  top: Int32Array,
  bottom: Int32Array,
  px: Pixels,
): boolean {
  const strokes: number[] = [];
  for (let at = 0; at < count; at++) {
    const wide = (right[at] ?? 0) - (left[at] ?? 0) + 1;
    const high = (bottom[at] ?? 0) - (top[at] ?? 0) + 1;
    if (high >= px(STROKE_MM.least) && wide <= px(STROKE_MM.widest)) strokes.push(at);
  }
  if (strokes.length < FEWEST_STROKES) return false;
  strokes.sort((one, other) => (left[one] ?? 0) - (left[other] ?? 0));
  const combs: { last: number; strokes: number }[] = [];
  for (const at of strokes) {
    const comb = combs.findLast(
      ({ last }) =>
        (left[at] ?? 0) - (right[last] ?? 0) <= px(STROKE_MM.gap) &&
        Math.abs((top[at] ?? 0) - (top[last] ?? 0)) <= px(STROKE_MM.uneven) &&
        Math.abs((bottom[at] ?? 0) - (bottom[last] ?? 0)) <= px(STROKE_MM.uneven),
    );
    if (comb === undefined) combs.push({ last: at, strokes: 1 });
    else {
      comb.last = at;
      comb.strokes++;
      if (comb.strokes >= FEWEST_STROKES) return true;
    }
  }
  return false;
}
