import type { EmbeddedFonts, FontFace } from './fonts.ts';
import { pointsToMm } from './units.ts';

export type MeasureTextMm = (text: string, face: FontFace, sizePt: number) => number;

const UNIT_PT = 1000;

/**
 * Width in mm as it will be drawn. Letters are measured once and added up: text is set without kerning and ligatures,
 * so the sum is exact, and shaping every word again took two thirds of the time.
 */
export function createTextWidth(fonts: EmbeddedFonts): MeasureTextMm {
  const known = new Map<string, number>();
  const letterWidth = (letter: string, face: FontFace): number => {
    const key = `${face} ${letter}`;
    const width = known.get(key) ?? fonts[face].widthOfTextAtSize(letter, UNIT_PT);
    known.set(key, width);
    return width;
  };
  return (text, face, sizePt) => {
    let width = 0;
    for (const letter of text) width += letterWidth(letter, face);
    return pointsToMm((width * sizePt) / UNIT_PT);
  };
}
