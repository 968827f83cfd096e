import { pdfReference } from '../file/pdf-syntax.ts';
import type { PdfWriter } from '../file/pdf-writer.ts';
import { ASCENT, DESCENT, invisibleFontFile } from './invisible-font-file.ts';
import type { LetterMetrics } from './letter-metrics.ts';

/** The one font of a document: letters get their glyph when they first occur, the font is written last. */
export type InvisibleFont = {
  /** Hexadecimal digits for `Tj`; every letter becomes a glyph that ToUnicode leads back to it. */
  readonly encode: (text: string) => string;
  /** @param ref the number under which pages refer to the font */
  readonly write: (writer: PdfWriter, ref: number, withCidSet: boolean) => void;
};

const BASE_NAME = 'QMCAAA+QuayInvisible';
const LINES_OF_A_MAP = 100;

export function createInvisibleFont(metrics: LetterMetrics): InvisibleFont {
  const glyphs = new Map<string, number>();
  const widths = [500];

  const glyphOf = (letter: string): number => {
    const found = glyphs.get(letter);
    if (found !== undefined) return found;
    const glyph = widths.length;
    glyphs.set(letter, glyph);
    // A mark without a width of its own would be lost between its neighbours.
    widths.push(Math.max(1, Math.round(metrics(letter).advance * 1000)));
    return glyph;
  };

  return {
    encode: (text) => Array.from(text, (letter) => hex(glyphOf(letter))).join(''),
    write: (writer, ref, withCidSet) => {
      const [descendant, descriptor, file, toUnicode] = [0, 0, 0, 0].map(() => writer.reserve()) as [
        number,
        number,
        number,
        number,
      ];
      writer.object(
        ref,
        `<< /Type /Font /Subtype /Type0 /BaseFont /${BASE_NAME} /Encoding /Identity-H` +
          ` /DescendantFonts [${pdfReference(descendant)}] /ToUnicode ${pdfReference(toUnicode)} >>`,
      );
      writer.object(
        descendant,
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${BASE_NAME} /CIDToGIDMap /Identity` +
          ' /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>' +
          ` /FontDescriptor ${pdfReference(descriptor)} /W [0 [${widths.join(' ')}]] >>`,
      );
      const cidSet = withCidSet ? writer.reserve() : null;
      writer.object(
        descriptor,
        `<< /Type /FontDescriptor /FontName /${BASE_NAME} /Flags 4 /ItalicAngle 0 /StemV 80` +
          ` /FontBBox [0 ${DESCENT} ${Math.max(...widths)} ${ASCENT}] /Ascent ${ASCENT} /Descent ${DESCENT}` +
          ` /CapHeight 662 /FontFile2 ${pdfReference(file)}` +
          `${cidSet === null ? '' : ` /CIDSet ${pdfReference(cidSet)}`} >>`,
      );
      const fontFile = invisibleFontFile(widths);
      writer.deflated(file, `/Length1 ${fontFile.length}`, fontFile);
      writer.deflated(toUnicode, '', unicodeMap(glyphs));
      if (cidSet !== null) writer.deflated(cidSet, '', everyBit(widths.length));
    },
  };
}

const hex = (glyph: number): string => glyph.toString(16).padStart(4, '0');

/** One bit a glyph, all set, the rest of the last byte clear: PDF/A-1 wants to know which glyphs are there. */
function everyBit(count: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(count / 8));
  for (let glyph = 0; glyph < count; glyph++) {
    bits[glyph >> 3] = (bits[glyph >> 3] ?? 0) | (0x80 >> (glyph & 7));
  }
  return bits;
}

/** Leads each glyph back to its letter, in UTF-16; a map may have a hundred lines in one go. */
function unicodeMap(glyphs: ReadonlyMap<string, number>): string {
  const lines = [...glyphs].map(
    ([letter, glyph]) => `<${hex(glyph)}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`,
  );
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += LINES_OF_A_MAP) {
    const block = lines.slice(at, at + LINES_OF_A_MAP);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
