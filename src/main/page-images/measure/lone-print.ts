import { findComponents } from '../reading/print-components.ts';
import type { GreyPicture } from '../text-skew.ts';
import { paperLevel } from './paper-level.ts';

/** Print is darker than the paper by this much; what shines through from the back is not. */
const PRINT_CONTRAST = 70;
/** In parts of the width of the picture, as wide as A4: a digit of 9 to 30 pt is 2 to 7 mm high. */
const HEIGHT = { least: 0.0085, most: 0.036 };
const RIM = 0.04;

/** Whether a sheet that has next to no ink has a figure on it all the same: a page number, a mark. */
export function hasLonePrint(picture: GreyPicture): boolean {
  const { pixels, width, height } = picture;
  const paper = paperLevel(pixels);
  if (paper <= PRINT_CONTRAST) return false;
  const { count, left, right, top, bottom } = findComponents(picture, paper - PRINT_CONTRAST);
  const rim = RIM * width;
  for (let at = 0; at < count; at++) {
    const [x, y, endX, endY] = [left[at] ?? 0, top[at] ?? 0, right[at] ?? 0, bottom[at] ?? 0];
    const [wide, high] = [endX - x + 1, endY - y + 1];
    if (x < rim || y < rim || endX > width - rim || endY > height - rim) continue;
    if (high < HEIGHT.least * width || high > HEIGHT.most * width || wide > 2 * high || wide * 8 < high)
      continue;
    return true;
  }
  return false;
}
