import type { PrintedWord } from '../printed-word.ts';

const QUOTE = /['‘’]/;

/**
 * The words of one line without the marks that no word begins or ends with: rules beside cells, dust; the hyphen of
 * a list that was read as `~` is a hyphen again (LY-2).
 */
export function withoutGluedMarks(line: readonly PrintedWord[]): readonly PrintedWord[] {
  const isQuoted = line.filter((word) => QUOTE.test(word.text)).length > 1;
  return line.map((word, at) => {
    const isBullet = word.text === '~' && at === 0 && line.length > 1;
    const text = isBullet ? '-' : cleaned(word.text, isQuoted);
    return text === word.text ? word : { ...word, text };
  });
}

function cleaned(text: string, isQuoted: boolean): string {
  const clean = text
    .replace(/^[|¦_`ˆ¬]+(?=[\p{L}\d(])/u, '')
    .replace(/(?<=[\p{L}\d).,;:])[|¦_`ˆ¬]+$/u, '')
    .replace(/(?<=[\p{L}\d)][.,;:])(?!\.{2,3}$)[-_.,'’‘`]+$/u, '');
  if (isQuoted) return clean;
  return clean.replace(/^['‘’](?=\p{L})/u, '').replace(/(?<=\p{L})['‘’]$/u, '');
}
