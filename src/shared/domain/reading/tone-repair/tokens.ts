import { modelSpelling } from './tone-placement.ts';

/** Stands for every number, id and code: the model never knows which. */
export const NUMBER = '0';
/** End of a sentence, an item of a list or a paragraph. */
export const BREAK = '.';

const PIECE = /[\p{L}\p{M}]*\p{N}[\p{L}\p{M}\p{N}]*|[\p{L}\p{M}]+|[.;:!?]/gu;

/**
 * What the model sees of a printed text: words in lower case and one spelling, numbers as one sign, ends of sentences.
 * Commas, brackets, quotes and dashes are left out: the engine invents and loses them too often to count on.
 */
export function modelTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const [piece] of text.matchAll(PIECE)) {
    if (/\p{N}/u.test(piece)) tokens.push(NUMBER);
    else if (/\p{L}/u.test(piece)) tokens.push(modelSpelling(piece.toLowerCase()));
    else tokens.push(BREAK);
  }
  return tokens;
}
