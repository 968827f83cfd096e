import type { PageCorners } from '../../../shared/domain/page/page.ts';
import { findComponents } from '../reading/print-components.ts';
import type { GreyPicture } from '../text-skew.ts';
import { findCorners, outlineOf } from './quadrilateral.ts';

const MM_PER_INCH = 25.4;
/** ISO/IEC 7810 ID-1: 85.6 × 53.98 mm; a margin for photocopies that were scaled a little. */
const CARD = { longMm: 85.6, shortMm: 53.98, tolerance: 0.1 };
/** A card differs from the scanner's lid by this much, darker by its pale pattern or brighter by its white parts. */
const UNLIKE_LID = 6;
/** A card is printed all over; a block of text or a table is not. */
const LEAST_FILL = 0.7;

/**
 * Identity cards on a larger scan, from top to bottom: both sides of a card are mostly scanned or copied onto one A4.
 * @param picture darkest of the three colours of each pixel, about 75 dpi
 * @param dpi of this picture
 */
export function findCards(picture: GreyPicture, dpi: number): readonly PageCorners[] {
  const { pixels, width, height } = picture;
  const lid = mostFrequent(pixels);
  const likeness = pixels.map((value) => 255 - Math.abs(value - lid));
  const threshold = 255 - UNLIKE_LID;
  const { count, left, right, top, bottom, area } = findComponents(
    { pixels: likeness, width, height },
    threshold,
  );
  const px = (mm: number): number => (mm / MM_PER_INCH) * dpi;
  const cards: PageCorners[] = [];
  for (let at = 0; at < count; at++) {
    const [fromX, toX, fromY, toY] = [left[at] ?? 0, right[at] ?? 0, top[at] ?? 0, bottom[at] ?? 0];
    if ((area[at] ?? 0) < LEAST_FILL * px(CARD.longMm) * px(CARD.shortMm) * (1 - CARD.tolerance)) continue;
    if (Math.max(toX - fromX, toY - fromY) > px(CARD.longMm) * 1.25) continue;
    const inside = (pixel: number): boolean => (likeness[pixel] ?? 255) <= threshold;
    const found = findCorners(outlineOf(inside, { fromX, toX, fromY, toY }, picture), picture);
    if (found !== null && isCard(found.corners)) cards.push(found.corners);
  }
  return cards.sort((one, other) => one[0].y - other[0].y || one[0].x - other[0].x);

  function isCard([a, b, c, d]: PageCorners): boolean {
    const length = (from: typeof a, to: typeof a): number =>
      Math.hypot((to.x - from.x) * width, (to.y - from.y) * height);
    const sides = [(length(a, b) + length(c, d)) / 2, (length(b, c) + length(d, a)) / 2];
    const near = (side: number, mm: number): boolean => Math.abs(side / px(mm) - 1) <= CARD.tolerance;
    return near(Math.max(...sides), CARD.longMm) && near(Math.min(...sides), CARD.shortMm);
  }
}

function mostFrequent(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}
