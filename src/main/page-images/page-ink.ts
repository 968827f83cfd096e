import type { GreyPicture } from './text-skew.ts';

/** Darker than the paper by this much is ink; bleed-through (6 %) and shading are not. */
const INK_CONTRAST = 25;
const RIM = 0.04;

/** Measured: empty sheets 0–0.0005 (punch holes), one faint line 0.0008, one line 0.0014. */
export const BLANK_BELOW_INK_SHARE = 0.0006;

/** Share of the page, without its rim, that is clearly darker than the paper (the median brightness). */
export function inkShare({ pixels, width, height }: GreyPicture): number {
  const rim = Math.round(width * RIM);
  const counts = new Float64Array(256);
  let total = 0;
  for (let y = rim; y < height - rim; y++) {
    for (let x = rim; x < width - rim; x++) {
      const value = pixels[y * width + x] ?? 255;
      counts[value] = (counts[value] ?? 0) + 1;
      total++;
    }
  }
  let paper = 255;
  let brighter = 0;
  while (paper > 0 && brighter + (counts[paper] ?? 0) <= total / 2) {
    brighter += counts[paper] ?? 0;
    paper--;
  }
  let ink = 0;
  for (let level = 0; level < paper - INK_CONTRAST; level++) ink += counts[level] ?? 0;
  return total === 0 ? 0 : ink / total;
}
