import type { ReadWord } from '../../../shared/contracts/bridge/reading.ts';
import { recogniseKind } from '../../../shared/domain/reading/kinds/recognise-kind.ts';

/** Fewer letters say nothing about a language. */
const FEWEST_LETTERS = 40;
/**
 * Share of marked letters, by how surely they were read: at most 5 % on receipts and letters in English with Vietnamese
 * names, at least 17 % on cards with their zone for machines, 25 % on pages in Vietnamese (measured).
 */
const MOST_MARKED = 0.08;
const LETTER = /\p{L}/u;
/** Fillers of a zone for machines, or what is left of them. */
const ZONE_WORD = /<{2}|\w<\w/;

export const bearsMark = (text: string): boolean => /[đĐ]|\p{M}/u.test(text.normalize('NFD'));

/**
 * Whether a page that was read as Vietnamese may be in English: hardly a letter bears a mark, and it shows no card or
 * certificate, whose names need their marks. Vietnamese written without marks may be taken for English too: it reads
 * better with English data, which puts none on (measured: 1–5 % of the letters wrong instead of 3–9 %).
 */
export function mayBeEnglish(words: readonly ReadWord[]): boolean {
  let letters = 0;
  let weight = 0;
  let marked = 0;
  for (const { text, confidence } of words) {
    if (ZONE_WORD.test(text)) return false;
    for (const sign of text) {
      if (!LETTER.test(sign)) continue;
      letters += 1;
      weight += confidence;
      if (bearsMark(sign)) marked += confidence;
    }
  }
  return letters >= FEWEST_LETTERS && marked < weight * MOST_MARKED && !isCardOrCertificate(words);
}

function isCardOrCertificate(words: readonly ReadWord[]): boolean {
  const recognised = recogniseKind({ words });
  return recognised !== null && recognised.kind !== 'official-document';
}
