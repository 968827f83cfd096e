import type { EmbeddedFonts } from './fonts.ts';

/** Keeps two words on one line; drawn as an ordinary space so that copied text has one. */
export const NO_BREAK_SPACE = '\u00a0';

/**
 * Text as it can be set: composed (NFC), white space collapsed, letters that the font lacks shown as "?"
 * (PDF/A forbids glyphs that stand for nothing, and a reader must see that something is missing).
 */
export function createPrintableText(fonts: EmbeddedFonts): (text: string) => string {
  const known = new Set(fonts.regular.getCharacterSet());
  return (text) =>
    Array.from(text.normalize('NFC').replace(/[^\S\u00a0]+/g, ' '))
      .map((letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : '?'))
      .join('');
}
