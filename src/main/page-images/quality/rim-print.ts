import { letterHeightOf } from '../reading/letter-height.ts';
import { findComponents } from '../reading/print-components.ts';
import { type GreyPicture, inkThreshold } from '../text-skew.ts';

/** How many letters must be cut through by one rim: a stray stroke or a smudge is no cut line. */
const FEWEST_LETTERS = 4;
/** In heights of a letter. */
const LETTER = { least: 0.3, most: 2.5, widest: 3 };
/** Share of a rim that is dark from a scanner's shadow: then nothing is said of that side. */
const MOST_DARK = 0.3;

export type Rim = 'top' | 'right' | 'bottom' | 'left';

/** Sides of the picture that run through print: letters that end at the very rim, several of them. */
export function rimsThroughPrint(picture: GreyPicture, dpi: number): readonly Rim[] {
  const { pixels, width, height } = picture;
  const threshold = inkThreshold(pixels);
  const components = findComponents(picture, threshold);
  const letterHeight = letterHeightOf(components, dpi);
  if (letterHeight === null) return [];
  const { count, left, right, top, bottom, area } = components;
  const cut: Record<Rim, number> = { top: 0, right: 0, bottom: 0, left: 0 };
  for (let at = 0; at < count; at++) {
    const [x, y, endX, endY] = [left[at] ?? 0, top[at] ?? 0, right[at] ?? 0, bottom[at] ?? 0];
    const [wide, high] = [endX - x + 1, endY - y + 1];
    const [least, most] = [LETTER.least * letterHeight, LETTER.most * letterHeight];
    const lying = high >= least && high <= most && wide <= LETTER.widest * letterHeight && wide >= 2;
    const standing = wide >= least && wide <= most && high <= LETTER.widest * letterHeight && high >= 2;
    // a speck is a filled box, a letter has strokes
    if ((!lying && !standing) || (area[at] ?? 0) < 0.08 * letterHeight * letterHeight) continue;
    if (lying && x === 0) cut.left++;
    if (lying && endX === width - 1) cut.right++;
    if (standing && y === 0) cut.top++;
    if (standing && endY === height - 1) cut.bottom++;
  }
  const dark = (start: number, step: number, length: number): boolean => {
    let ink = 0;
    for (let at = 0; at < length; at++) if ((pixels[start + at * step] ?? 255) <= threshold) ink++;
    return ink > MOST_DARK * length;
  };
  const clear: Record<Rim, boolean> = {
    top: !dark(0, 1, width),
    bottom: !dark((height - 1) * width, 1, width),
    left: !dark(0, width, height),
    right: !dark(width - 1, width, height),
  };
  return (['top', 'right', 'bottom', 'left'] as const).filter(
    (rim) => clear[rim] && cut[rim] >= FEWEST_LETTERS,
  );
}
