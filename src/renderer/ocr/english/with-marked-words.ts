import type { PixelWord } from '../words.ts';
import { bearsMark } from './may-be-english.ts';

/** A mark on a page in English is believed only where it was read surely: names, streets. */
const SURE = 0.85;
/** Of the wider word's width; the engine cuts the same words alike, whatever the language. */
const SAME_WIDTH = 0.8;

/**
 * The words read as English, with those put in their place that were read surely, with marks, as Vietnamese: English data
 * has no `ễ`, so that it takes the marks off Vietnamese names.
 */
export function withMarkedWords(
  english: readonly PixelWord[],
  vietnamese: readonly PixelWord[],
): readonly PixelWord[] {
  const marked = vietnamese.filter(({ text, confidence }) => confidence >= SURE && bearsMark(text));
  if (marked.length === 0) return english;
  return english.map((word) => {
    const same = marked.find((other) => isSamePlace(word, other));
    return same === undefined ? word : { ...word, text: same.text, confidence: same.confidence };
  });
}

function isSamePlace(one: PixelWord, other: PixelWord): boolean {
  const middle = (one.top + one.bottom) / 2;
  if (middle < other.top || middle > other.bottom) return false;
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return shared > SAME_WIDTH * Math.max(one.right - one.left, other.right - other.left);
}
