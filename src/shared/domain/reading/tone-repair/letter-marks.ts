/** A letter taken apart: `ẩ` is base `a`, shape `â`, tone hỏi. */
export type LetterParts = { readonly base: string; readonly shape: string; readonly tone: string };

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;
const parts = new Map<string, LetterParts>();

/** Parts of one lower-case NFC letter; `đ` has the base `d`. */
export function letterParts(letter: string): LetterParts {
  const known = parts.get(letter);
  if (known !== undefined) return known;
  const decomposed = letter.normalize('NFD');
  const tone = TONES.exec(decomposed)?.[0] ?? '';
  const shape = decomposed.replace(TONES, '').normalize('NFC');
  const base = shape === 'đ' ? 'd' : shape.normalize('NFD').charAt(0);
  const found = { base, shape, tone };
  parts.set(letter, found);
  return found;
}

/** Base letters of a lower-case word, one for one. */
export const skeleton = (word: string): string =>
  [...word].map((letter) => letterParts(letter).base).join('');
