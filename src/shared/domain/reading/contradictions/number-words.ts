import { bareText } from '../bare-text.ts';

const DIGITS: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  mon: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const SCALES: Readonly<Record<string, number>> = { nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, ti: 1e9 };
/** Said, but worth nothing: "linh" of a hundred and five, the "mồng" of a day under ten. */
const FILL = new Set(['linh', 'le', 'mong', 'mung', 'chan', 'dong', 'viet', 'va']);

/**
 * The number that Vietnamese words say (`một nghìn chín trăm chín mươi` → 1990), marks or none: what
 * read-vietnamese-number writes, read back. Null when a word is no number's, for then nothing can be compared.
 */
export function numberOfWords(text: string): number | null {
  const words = bareText(text.normalize('NFC'))
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !FILL.has(word));
  if (words.length === 0) return null;
  let total = 0;
  let below = 0;
  let digit: number | null = null;
  for (const word of words) {
    const scale = SCALES[word];
    if (scale !== undefined) {
      below += digit ?? 0;
      // "hai nghìn tỷ": what stands before a billion is multiplied as a whole.
      if (scale === 1e9) total = (total + below) * scale;
      else total += below * scale;
      below = 0;
      digit = null;
    } else if (word === 'tram') {
      below += (digit ?? 1) * 100;
      digit = null;
    } else if (word === 'muoi') {
      below += (digit ?? 1) * 10;
      digit = null;
    } else {
      const next = DIGITS[word];
      if (next === undefined) return null;
      // "năm hai nghìn không trăm": two digits in a row are no number.
      if (digit !== null && digit !== 0) return null;
      digit = next;
    }
  }
  return total + below + (digit ?? 0);
}
