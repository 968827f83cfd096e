import { pdfNumber } from '../file/pdf-syntax.ts';
import type { InvisibleFont } from './invisible-font.ts';
import type { StandingWord } from './stand-words.ts';

/**
 * Content of a page's text: nothing is painted (render mode 3), each word with its own matrix and width. A blank follows
 * every word, so that words copied from a page in which they touch stay apart.
 * @param fontName under which the page knows the font
 */
export function textLayer(words: readonly StandingWord[], font: InvisibleFont, fontName: string): string {
  if (words.length === 0) return '';
  const shown = words.map(({ text, x, baseline, size, squeeze }) => {
    const matrix = `${pdfNumber(size)} 0 0 ${pdfNumber(size)} ${pdfNumber(x)} ${pdfNumber(baseline)} Tm`;
    return `${pdfNumber(squeeze)} Tz ${matrix} <${font.encode(`${text} `)}> Tj`;
  });
  return `BT 3 Tr /${fontName} 1 Tf\n${shown.join('\n')}\nET\n`;
}
