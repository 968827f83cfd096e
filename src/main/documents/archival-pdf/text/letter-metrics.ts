import { create } from '@cantoo/fontkit';

/** Of one letter, in em; `top` and `bottom` from the baseline, upwards positive. */
export type LetterMetric = { readonly advance: number; readonly top: number; readonly bottom: number };
export type LetterMetrics = (letter: string) => LetterMetric;

/** What Tinos has no letter for is treated like a capital. */
const UNKNOWN: LetterMetric = { advance: 0.6, top: 0.66, bottom: 0 };

/**
 * How large letters are in Tinos: most papers of offices are set in Times, and any other face is near enough to find the
 * line on which a word stands and to share its width out among its letters.
 * @param font the TrueType file
 */
export function letterMetrics(font: Uint8Array): LetterMetrics {
  const face = create(Buffer.from(font));
  if (!('unitsPerEm' in face)) throw new Error('a collection is not a font');
  const em = face.unitsPerEm;
  const known = new Map<string, LetterMetric>();
  return (letter) => {
    const found = known.get(letter);
    if (found !== undefined) return found;
    const code = letter.codePointAt(0) ?? 0;
    let metric = UNKNOWN;
    const glyph = face.hasGlyphForCodePoint(code) ? face.glyphForCodePoint(code) : null;
    if (glyph !== null) {
      const { minY, maxY } = glyph.bbox;
      const flat = !Number.isFinite(minY) || !Number.isFinite(maxY);
      metric = {
        advance: glyph.advanceWidth / em,
        top: flat ? 0 : maxY / em,
        bottom: flat ? 0 : minY / em,
      };
    }
    known.set(letter, metric);
    return metric;
  };
}
