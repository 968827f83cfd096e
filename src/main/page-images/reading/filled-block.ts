import type { PrintComponents } from './print-components.ts';

const MM_PER_INCH = 25.4;

/** Least sides of a box, and the share of it that is ink. */
export type FilledBlock = { readonly longMm: number; readonly shortMm: number; readonly fill: number };

/**
 * Is any piece of this print at least so large, standing or lying, and so full of ink?
 * @param dpi of the picture in which the pieces were found
 */
export function hasFilledBlock(
  { count, left, right, top, bottom, area }: PrintComponents,
  dpi: number,
  { longMm, shortMm, fill }: FilledBlock,
): boolean {
  const px = (mm: number): number => (mm * dpi) / MM_PER_INCH;
  const [longPx, shortPx] = [px(longMm), px(shortMm)];
  for (let at = 0; at < count; at++) {
    const wide = (right[at] ?? 0) - (left[at] ?? 0) + 1;
    const high = (bottom[at] ?? 0) - (top[at] ?? 0) + 1;
    const isLarge = Math.max(wide, high) >= longPx && Math.min(wide, high) >= shortPx;
    if (isLarge && (area[at] ?? 0) >= fill * wide * high) return true;
  }
  return false;
}
