import { findComponents } from '../reading/print-components.ts';
import type { GreyPicture } from '../text-skew.ts';

/** Print is darker than the paper by this much; what shines through from the back is not. */
const PRINT_CONTRAST = 70;
/** In parts of the width of the picture, as wide as A4: a digit of 9 to 30 pt is 2 to 7 mm high. */
const HEIGHT = { least: 0.0085, most: 0.036 };
const RIM = 0.04;
/** A punched hole is a filled disc of 6 mm; a figure is thinner than its box or smaller. */
const HOLE = { fill: 0.7, size: 0.02 };

/** Whether a sheet that has next to no ink has a figure on it all the same: a page number, a mark. */
export function hasLonePrint(picture: GreyPicture): boolean {
  const { pixels, width, height } = picture;
  const paper = medianOf(pixels);
  if (paper <= PRINT_CONTRAST) return false;
  const { count, left, right, top, bottom, area } = findComponents(picture, paper - PRINT_CONTRAST);
  const rim = RIM * width;
  for (let at = 0; at < count; at++) {
    const [x, y, endX, endY] = [left[at] ?? 0, top[at] ?? 0, right[at] ?? 0, bottom[at] ?? 0];
    const [wide, high] = [endX - x + 1, endY - y + 1];
    if (x < rim || y < rim || endX > width - rim || endY > height - rim) continue;
    if (high < HEIGHT.least * width || high > HEIGHT.most * width || wide > 2 * high || wide * 8 < high)
      continue;
    const isHole = high > HOLE.size * width && (area[at] ?? 0) > HOLE.fill * wide * high;
    if (!isHole) return true;
  }
  return false;
}

function medianOf(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  let [level, seen] = [0, counts[0] ?? 0];
  while (level < 255 && seen < pixels.length / 2) seen += counts[++level] ?? 0;
  return level;
}
