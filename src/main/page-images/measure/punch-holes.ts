import { findComponents } from '../reading/print-components.ts';
import type { GreyPicture } from '../text-skew.ts';

/** In parts of the picture's width: discs of 4 to 9 mm (ISO 838 has 6 mm) within 20 mm of an edge. */
const DISC = { least: 0.018, most: 0.045 };
const EDGE = 0.1;
/** A disc fills π/4 of its box. */
const FILL = { least: 0.68, most: 0.9 };
const DARKER_THAN_PAPER = 60;

/** The picture with its punched holes painted over in the brightness of the paper. */
export function withoutPunchHoles(picture: GreyPicture, paper: number): GreyPicture {
  const { width, height } = picture;
  if (paper <= DARKER_THAN_PAPER) return picture;
  const { count, left, right, top, bottom, area } = findComponents(picture, paper - DARKER_THAN_PAPER);
  const pixels = picture.pixels.slice();
  const edge = EDGE * width;
  for (let at = 0; at < count; at++) {
    const [x, y, endX, endY] = [left[at] ?? 0, top[at] ?? 0, right[at] ?? 0, bottom[at] ?? 0];
    const [wide, high] = [endX - x + 1, endY - y + 1];
    const fill = (area[at] ?? 0) / (wide * high);
    const isDisc =
      Math.max(wide, high) <= DISC.most * width &&
      Math.min(wide, high) >= DISC.least * width &&
      Math.abs(wide / high - 1) <= 0.2 &&
      fill >= FILL.least &&
      fill <= FILL.most;
    const nearEdge = x < edge || y < edge || endX > width - edge || endY > height - edge;
    if (!isDisc || !nearEdge) continue;
    for (let row = Math.max(0, y - 2); row <= Math.min(height - 1, endY + 2); row++)
      pixels.fill(paper, row * width + Math.max(0, x - 2), row * width + Math.min(width, endX + 3));
  }
  return { pixels, width, height };
}
