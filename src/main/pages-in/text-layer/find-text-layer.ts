import type { TextLayer } from '../../../shared/contracts/bridge/text-layer.ts';
import { MOST_LAYER_WORDS } from '../../../shared/contracts/bridge/text-layer.ts';
import type { DrawnText } from './drawn-glyph.ts';
import { inkInBox } from './ink-in-box.ts';
import { findLetterShapes, type Shape } from './letter-shapes.ts';
import { isReadableText } from './readable-text.ts';
import { type DrawnWord, wordsOfGlyphs } from './words-of-glyphs.ts';

/** Why a page's own text is not used. */
export type NoLayer =
  | 'no-text'
  /** Somebody's OCR over a scan: ours is better, and shows how sure it is. */
  | 'over-a-picture'
  | 'invisible'
  | 'aslant'
  | 'not-shown'
  | 'not-vietnamese'
  /** The page shows letters that are not in its text: drawn as shapes, or in a picture. */
  | 'incomplete'
  | 'too-much';

/** A letterhead and a picture of a signature cover far less; a scan in strips covers the page. */
const MOST_PICTURE = 0.5;
const MOST_INVISIBLE = 0.02;
const MOST_ASLANT = 0.05;
const MOST_NOT_SHOWN = 0.05;
/** A name under a signature, a number stamped in black. */
const MOST_OUTSIDE = 0.06;
const MOST_GLYPHS = 60_000;

/**
 * The words of a rendered page, when they can be trusted in place of reading it: they are all shown, they are all that
 * is shown, and they are Vietnamese in Unicode. Boxes are tight around the ink, in fractions of the page.
 * @param rgba the page as rendered, 4 bytes a pixel
 */
export function findTextLayer(
  drawn: DrawnText,
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
): { readonly layer: TextLayer } | { readonly layer: null; readonly why: NoLayer } {
  const no = (why: NoLayer) => ({ layer: null, why });
  const letters = drawn.glyphs.filter(({ text }) => text.trim() !== '').length;
  if (letters + drawn.invisible === 0) return no('no-text');
  if (drawn.pictureShare > MOST_PICTURE) return no('over-a-picture');
  if (drawn.invisible > (letters + drawn.invisible) * MOST_INVISIBLE) return no('invisible');
  if (drawn.aslant > (letters + drawn.aslant) * MOST_ASLANT) return no('aslant');
  if (drawn.glyphs.length > MOST_GLYPHS) return no('too-much');

  const words = wordsOfGlyphs(drawn.glyphs);
  if (!isReadableText(words.map(({ text }) => text))) return no('not-vietnamese');
  const shown: DrawnWord[] = [];
  for (const word of words) {
    const ink = inkInBox(rgba, width, height, word);
    if (ink !== null) shown.push({ ...word, ...ink });
  }
  if (shown.length === 0 || words.length - shown.length > words.length * MOST_NOT_SHOWN)
    return no('not-shown');
  if (shown.length > MOST_LAYER_WORDS) return no('too-much');
  if (shareOutside(shown, findLetterShapes(rgba, width, height, usualHeight(shown)), height) > MOST_OUTSIDE)
    return no('incomplete');

  const places = new Map([...new Set(shown.map(({ line }) => line))].map((line, n) => [line, n]));
  return {
    layer: {
      words: shown.map(({ text, left, top, right, bottom, line }) => ({
        text: text.slice(0, 500),
        confidence: 1,
        box: {
          x: left / width,
          y: top / height,
          width: (right + 1 - left) / width,
          height: (bottom + 1 - top) / height,
        },
        line: places.get(line) ?? 0,
      })),
    },
  };
}

function usualHeight(words: readonly DrawnWord[]): number {
  const heights = words.map(({ top, bottom }) => bottom - top + 1).sort((one, other) => one - other);
  return heights[Math.floor(heights.length / 2)] ?? 1;
}

/** Share of the letter-like shapes that lie in no word. */
function shareOutside(words: readonly DrawnWord[], shapes: readonly Shape[], height: number): number {
  if (shapes.length === 0) return 0;
  const byRow: DrawnWord[][] = Array.from({ length: Math.ceil(height / ROW) + 1 }, () => []);
  for (const word of words) {
    for (let row = rowOf(word.top - NEAR); row <= rowOf(word.bottom + NEAR); row++) byRow[row]?.push(word);
  }
  const outside = shapes.filter((shape) => {
    const x = (shape.left + shape.right) / 2;
    const y = (shape.top + shape.bottom) / 2;
    return !byRow[rowOf(y)]?.some(
      (word) =>
        x >= word.left - NEAR && x <= word.right + NEAR && y >= word.top - NEAR && y <= word.bottom + NEAR,
    );
  });
  return outside.length / shapes.length;
}

/** Pixels: letters lean over the width that their font claims. */
const NEAR = 3;
const ROW = 32;
const rowOf = (y: number): number => Math.max(0, Math.floor(y / ROW));
