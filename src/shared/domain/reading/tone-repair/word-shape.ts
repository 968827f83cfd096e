/** A printed word that is one run of letters between punctuation: `(Luật,` is `(`, `Luật`, `,`. */
export type WordShape = {
  readonly before: string;
  readonly letters: string;
  readonly after: string;
  readonly letterCase: 'lower' | 'capital' | 'upper';
};

const ONE_RUN = /^([^\p{L}\p{M}\p{N}]*)(\p{L}+)([^\p{L}\p{M}\p{N}]*)$/u;
/** No Vietnamese word is longer than `nghiêng`; what stands out by more is two words run together or a code. */
const LONGEST = 8;
const FOREIGN_LETTER = /[fjwz]/i;
/** `VIII` is a number and `CMND` a code, whatever word looks like it. */
const ROMAN_NUMBER = /^[IVXLCDM]+$/;

/**
 * Null for what is never repaired: words with digits, with signs between letters (`QĐ-UBND`, `và/hoặc`), of mixed case
 * (`VNeID`), Roman numbers, words of foreign letters, and single capitals (list letters, parts of ids).
 */
export function wordShape(text: string): WordShape | null {
  const [, before = '', letters = '', after = ''] = ONE_RUN.exec(text) ?? [];
  if (
    letters === '' ||
    letters.length > LONGEST ||
    FOREIGN_LETTER.test(letters) ||
    ROMAN_NUMBER.test(letters)
  ) {
    return null;
  }
  const lower = letters.toLowerCase();
  if (letters === lower) return { before, letters, after, letterCase: 'lower' };
  if (letters.length > 1 && letters === letters.toUpperCase()) {
    return { before, letters, after, letterCase: 'upper' };
  }
  const isCapital = letters.length > 1 && letters.slice(1) === lower.slice(1);
  return isCapital ? { before, letters, after, letterCase: 'capital' } : null;
}

/** The word with other letters, in its own case and punctuation. */
export function reshaped({ before, after, letterCase }: WordShape, lower: string): string {
  const upper = lower.toUpperCase();
  const letters =
    letterCase === 'lower' ? lower : letterCase === 'upper' ? upper : upper.charAt(0) + lower.slice(1);
  return before + letters + after;
}
