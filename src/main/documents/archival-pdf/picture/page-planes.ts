import type { UprightPicture } from '../archival-page.ts';

/** Two views of a page, one byte a pixel. */
export type PagePlanes = {
  /** The brightest channel: red seals and blue pens are bright, black print is not. */
  readonly brightness: Uint8Array;
  /** Difference between the brightest and the darkest channel: how much colour there is. */
  readonly tint: Uint8Array;
  /** False when the page was scanned without colours. */
  readonly coloured: boolean;
};

/** Rounding and JPEG give grey scans this much. */
const NO_COLOUR = 6;
const COLOURED_PER_MILLION = 20;

export function pagePlanes({ pixels, width, height }: UprightPicture): PagePlanes {
  const count = width * height;
  const brightness = new Uint8Array(count);
  const tint = new Uint8Array(count);
  let coloured = 0;
  for (let at = 0, from = 0; at < count; at++, from += 3) {
    const red = pixels[from] ?? 0;
    const green = pixels[from + 1] ?? 0;
    const blue = pixels[from + 2] ?? 0;
    const most = Math.max(red, green, blue);
    const difference = most - Math.min(red, green, blue);
    brightness[at] = most;
    tint[at] = difference;
    if (difference > NO_COLOUR) coloured++;
  }
  return { brightness, tint, coloured: coloured * 1_000_000 > count * COLOURED_PER_MILLION };
}
