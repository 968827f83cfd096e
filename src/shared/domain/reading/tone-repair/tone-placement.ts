/** `hòa` and `hoà` are one word in two spellings; both are in use, on paper and in law. */
const NEWER: readonly (readonly [newer: string, older: string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
const OLDER_OF: ReadonlyMap<string, string> = new Map(NEWER);
const NEWER_OF: ReadonlyMap<string, string> = new Map(NEWER.map(([newer, older]) => [older, newer]));

const pairAtEnd = (word: string): string | null =>
  word.length < 2 || (word.charAt(0) === 'q' && word.length === 3) ? null : word.slice(-2);

/**
 * The one spelling that the model knows: tone on the first vowel of an open `oa`, `oe`, `uy` (`hòa`, `thủy`), as most
 * legal texts have it; `quý` has its vowel after `qu`. Expects lower case, NFC.
 */
export function modelSpelling(word: string): string {
  const pair = pairAtEnd(word);
  const older = pair === null ? undefined : OLDER_OF.get(pair);
  return older === undefined ? word : word.slice(0, -2) + older;
}

/** The same word with its tone on the second vowel (`hoà`); itself where there is no choice. */
export function newerSpelling(word: string): string {
  const pair = pairAtEnd(word);
  const newer = pair === null ? undefined : NEWER_OF.get(pair);
  return newer === undefined ? word : word.slice(0, -2) + newer;
}
