import { foldText } from '../../shared/base/fold-text.ts';

/** Every word of the query occurs somewhere in the text, accents or not. */
export function matchesWords(text: string, query: string): boolean {
  const folded = foldText(text);
  return foldText(query)
    .split(' ')
    .every((word) => folded.includes(word));
}
