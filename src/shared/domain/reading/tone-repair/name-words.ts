import { bareText } from '../bare-text.ts';
import type { PrintedWord } from '../printed-word.ts';
import { isSurname } from '../values/surnames.ts';

/** Family names of nine people in ten, bare: a name is a name also when its tone was lost. */
const COMMON_SURNAMES = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly'.split(' '),
);
/** Words after which a name stands, also as they look when their marks were lost; `thị` and `văn` stand inside one. */
const BEFORE_NAME = new Set(
  'tên ten ông ong ông/bà bà ba cháu anh chị cô em thị văn đồng/chí đ/c là'.split(' '),
);
/** Words after which a place is named (not in headings: `XÃ HỘI`); villages are in no text. */
const BEFORE_PLACE = new Set('xã phường trấn thôn xóm ấp bản buôn đường phố ngõ quận huyện tỉnh'.split(' '));
const CAPITAL_THEN_SMALL = /^[^\p{L}\p{N}]*\p{Lu}\p{Ll}/u;
const CAPITAL = /^[^\p{L}\p{N}]*\p{Lu}/u;

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}/]/gu, '');
const isCapital = (word: PrintedWord | undefined, line: number): boolean =>
  word !== undefined && word.line === line && CAPITAL.test(word.text);

/**
 * Which words may be names of people or places that someone filled in, and are therefore left as read: capitalised
 * words behind a label with a colon, an honorific or the kind of a place, and those from a family name on.
 */
export function nameWords(words: readonly PrintedWord[]): ReadonlySet<number> {
  const names = new Set<number>();
  let colonOnLine = -1;
  for (const [at, word] of words.entries()) {
    if (isCapital(word, word.line)) {
      const before = words[at - 1];
      const sameLine = before !== undefined && before.line === word.line;
      const runsOn = sameLine && names.has(at - 1) && !/[,;.]$/.test(before.text);
      const lettersBefore = lettersOf(before?.text ?? '').toLowerCase();
      const isPlace = CAPITAL_THEN_SMALL.test(word.text) && BEFORE_PLACE.has(lettersBefore);
      const labelled = colonOnLine === word.line || BEFORE_NAME.has(lettersBefore) || isPlace;
      if (runsOn || labelled || opensName(words, at)) names.add(at);
    }
    if (/:[^\p{L}\p{N}]*$/u.test(word.text)) colonOnLine = word.line;
  }
  return names;
}

/** A family name followed by another capitalised word on its line. */
function opensName(words: readonly PrintedWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !isCapital(words[at + 1], word.line)) return false;
  const letters = lettersOf(word.text);
  return isSurname(letters) || COMMON_SURNAMES.has(bareText(letters));
}
