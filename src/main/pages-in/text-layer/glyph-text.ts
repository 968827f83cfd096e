/** Fonts of symbols put their signs into the private area; these stand on forms. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0a8': '☐',
  '\uf06f': '☐',
  '\uf072': '☐',
  '\uf0fe': '☑',
  '\uf0fd': '☒',
  '\uf0fc': '✓',
  '\uf02d': '-',
  '\uf0e0': '→',
};

/** Accents that stand by themselves, as some programs draw them over a letter, and the marks that they mean. */
const MARKS: Readonly<Record<string, string>> = {
  '\u00b4': '\u0301',
  '\u02ca': '\u0301',
  '\u0060': '\u0300',
  '\u02cb': '\u0300',
  '\u02c6': '\u0302',
  '\u005e': '\u0302',
  '\u02dc': '\u0303',
  '\u02d8': '\u0306',
};

const LIGATURE = /[\ufb00-\ufb06]/g;
const NOTHING_TO_SEE = /[\p{Cf}\p{Cc}]/gu;

/**
 * What a glyph reads as: ligatures taken apart, symbols of private fonts as what they show, every space one space. A
 * soft hyphen that is drawn is a hyphen: the paper shows it.
 */
export function glyphText(text: string): string {
  const plain = text
    .replace(LIGATURE, (ligature) => ligature.normalize('NFKC'))
    .replaceAll('\u00ad', '-')
    .replace(/\s+/g, ' ')
    .replace(NOTHING_TO_SEE, '');
  return plain.length === 1 ? (SYMBOLS[plain] ?? plain) : plain;
}

/** The combining mark that a glyph stands for when it lies over a letter; null when it is none. */
export function combiningMark(text: string): string | null {
  if (/^\p{M}+$/u.test(text)) return text;
  return MARKS[text] ?? null;
}
