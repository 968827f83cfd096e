import { bareText } from '../bare-text.ts';
import { isGivenName } from './given-names.ts';
import type { ParsedValue } from './parsed-value.ts';
import { isSurname } from './surnames.ts';
import { isSyllable } from './syllable.ts';

/** Words after which a name is over: the next label on the same line. */
const NEXT_LABEL =
  /(?:^|[\s,;.(/])(?:ngay|gioi|sinh|nam sinh|dan toc|quoc tich|noi|cccd|cmnd|can cuoc|so dinh danh|so cmnd|dia chi|chuc vu|dien thoai|so dien thoai|date|sex|nationality|thuong tru|que quan|tuoi|email|la)(?=$|[\s:.,/])/;
const ADDRESSED = /^(?:ông|bà|cháu|anh|chị|em)(?:\s*\/\s*bà|\s*\(bà\))?\s*:?\s+/iu;
const NAME_WORD = /^(?:\p{Lu}[\p{Ll}'’]*|[\p{Lu}'’]+)$/u;

/** A family name that few people bear, or a word that no Vietnamese is called: read wrong more often than borne. */
const UNLIKELY = 0.75;

/** Straight behind the name stands a word in capitals that is none: probably one more name, read wrong. */
const isBrokenOff = (rest: string): boolean => /^\s?[^\s,.;:(…]*\p{Lu}/u.test(rest);

/** The name at the beginning of a text: two to eight words with capital letters, up to the next label [RD-5]. */
export function personIn(text: string): ParsedValue | null {
  let start = /^[\s:.;,/()_–-]*/.exec(text)?.[0].length ?? 0;
  start += ADDRESSED.exec(text.slice(start))?.[0].length ?? 0;
  const bare = bareText(text.slice(start));
  const cut = NEXT_LABEL.exec(bare)?.index ?? bare.length;
  const names: string[] = [];
  for (const word of text.slice(start, start + cut).split(/\s+/)) {
    const plain = word.replace(/[.,;:…]+$/u, '');
    if (!NAME_WORD.test(plain)) break;
    names.push(plain);
    if (plain !== word) break;
  }
  if (names.length < 2 || names.length > 8) return null;
  const value = names.join(' ');
  const [surname = '', ...given] = names;
  // The family name may be of two words, and a second one often stands as a middle name.
  const likely =
    isSurname(surname) &&
    given.every((word) => isSyllable(word) && (isGivenName(word) || isSurname(word))) &&
    !isBrokenOff(text.slice(start + value.length, start + cut));
  return { value, from: start, to: start + value.length, sureness: likely ? 1 : UNLIKELY };
}
