import type { Shape } from './letter-shapes.ts';

/** What is printed differs at least so much from what it is printed on (of 255). */
const CONTRAST = 60;

/**
 * The ink within a box of the page, tight around it; null when there is none: white on white, hidden under a picture,
 * cut away. Dark print on light ground and light print on dark ground both count.
 * @param rgba 4 bytes a pixel
 */
export function inkInBox(rgba: Uint8ClampedArray, width: number, height: number, box: Shape): Shape | null {
  const left = Math.max(0, Math.floor(box.left));
  const right = Math.min(width - 1, Math.ceil(box.right));
  const top = Math.max(0, Math.floor(box.top));
  const bottom = Math.min(height - 1, Math.ceil(box.bottom));
  if (left > right || top > bottom) return null;
  const light = (x: number, y: number): number => {
    const at = (y * width + x) * 4;
    return ((rgba[at] ?? 0) * 3 + (rgba[at + 1] ?? 0) * 6 + (rgba[at + 2] ?? 0)) / 10;
  };
  let sum = 0;
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) sum += light(x, y);
  // ink covers less than half of a word's box, so the mean lies on the side of the ground
  const onLight = sum / ((right - left + 1) * (bottom - top + 1)) >= 128;
  const limit = onLight ? 255 - CONTRAST : CONTRAST;
  let found: { left: number; top: number; right: number; bottom: number } | null = null;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      if (onLight ? light(x, y) > limit : light(x, y) < limit) continue;
      found ??= { left: x, top: y, right: x, bottom: y };
      found.left = Math.min(found.left, x);
      found.right = Math.max(found.right, x);
      found.bottom = y;
    }
  }
  return found;
}
