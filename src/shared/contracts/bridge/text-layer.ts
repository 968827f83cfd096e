import { z } from 'zod';
import { assertNever } from '../../base/result.ts';
import type { PageRotation } from '../../domain/page/page.ts';
import { PageBox } from '../../domain/paper/paper.ts';
import type { PrintedWord } from '../../domain/reading/printed-word.ts';

/** A page has a few hundred words; a file that claims more than this has no layer to trust. */
export const MOST_LAYER_WORDS = 20_000;

const LayerWord = z.object({
  text: z.string().min(1).max(500),
  /** Nothing was guessed: the file says what it prints. */
  confidence: z.literal(1),
  box: PageBox,
  line: z.int().min(0),
}) satisfies z.ZodType<PrintedWord>;

/**
 * The words that a born-digital PDF page itself carries, NFC, in the order in which they are read, kept beside the page
 * image that was rendered from it. Boxes are fractions of that image as stored, before any turn by the officer.
 *   GET /pages/<sha256>/text-layer   → 200 `TextLayer` | 404: the page has none that can be trusted, read it
 */
export const TextLayer = z.object({ words: z.array(LayerWord).min(1).max(MOST_LAYER_WORDS).readonly() });
export type TextLayer = Readonly<z.infer<typeof TextLayer>>;

/** The words where they lie after the officer turned the page clockwise by `rotation`. */
export function turnedWords<T extends PrintedWord>(
  words: readonly T[],
  rotation: PageRotation,
): readonly T[] {
  return words.map((word) => ({ ...word, box: turnedBox(word.box, rotation) }));
}

function turnedBox({ x, y, width, height }: PageBox, rotation: PageRotation): PageBox {
  switch (rotation) {
    case 0:
      return { x, y, width, height };
    case 90:
      return { x: 1 - y - height, y: x, width: height, height: width };
    case 180:
      return { x: 1 - x - width, y: 1 - y - height, width, height };
    case 270:
      return { x: y, y: 1 - x - width, width: height, height: width };
    default:
      return assertNever(rotation);
  }
}
