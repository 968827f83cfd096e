import type { PrintedWord } from '../../../shared/domain/reading/printed-word.ts';
import type { ArchivalPage } from './archival-page.ts';
import { layCard, type PaperSize } from './card-sheet.ts';
import { pdfNumber, pdfReference } from './file/pdf-syntax.ts';
import type { PdfWriter } from './file/pdf-writer.ts';
import { type EncodedPicture, encodePicture } from './picture/encode-picture.ts';
import type { InvisibleFont } from './text/invisible-font.ts';
import type { LetterMetrics } from './text/letter-metrics.ts';
import { standWords } from './text/stand-words.ts';
import { textLayer } from './text/text-layer.ts';

/** A page as it will be drawn; of its pixels nothing is held any more. */
export type EncodedPage = {
  readonly encoded: EncodedPicture;
  readonly words: readonly PrintedWord[];
  readonly dpi: number;
  readonly size: PaperSize;
};

/** What all sheets of a document share. */
export type SheetParts = {
  readonly writer: PdfWriter;
  readonly pageTree: number;
  readonly fontRef: number;
  readonly letters: InvisibleFont;
  readonly metrics: LetterMetrics;
};

const MM_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;
const FONT = 'F';

export async function encodePage({ picture, words }: ArchivalPage): Promise<EncodedPage> {
  const { width, height, dpi } = picture;
  const size = { widthMm: (width / dpi) * MM_PER_INCH, heightMm: (height / dpi) * MM_PER_INCH };
  return { encoded: await encodePicture(picture), words, dpi, size };
}

type Sheet = { readonly ref: number; readonly hasWords: boolean };

/** One page on a sheet of its own size. */
export const writePage = (parts: SheetParts, page: EncodedPage): Sheet =>
  writeSheet(parts, page.size, [{ page, xMm: 0, yMm: 0 }]);

/** Both sides of a card on one A4. */
export function writeCard(parts: SheetParts, front: EncodedPage, back: EncodedPage): Sheet {
  const { sheet, places } = layCard(front.size, back.size);
  return writeSheet(parts, sheet, [
    { page: front, ...places[0] },
    { page: back, ...places[1] },
  ]);
}

/** @param placed pages by their upper left corners on the sheet */
function writeSheet(
  { writer, pageTree, fontRef, letters, metrics }: SheetParts,
  sheet: PaperSize,
  placed: readonly { readonly page: EncodedPage; readonly xMm: number; readonly yMm: number }[],
): Sheet {
  const [ref, content] = [writer.reserve(), writer.reserve()];
  let text = '';
  let drawn = '';
  const xObjects: string[] = [];
  const pictures: (() => void)[] = [];
  for (const [index, { page, xMm, yMm }] of placed.entries()) {
    const { encoded, size } = page;
    const at = { xPt: points(xMm), yPt: points(sheet.heightMm - yMm - size.heightMm) };
    const extent = { widthPt: points(size.widthMm), heightPt: points(size.heightMm) };
    const standing = standWords(page.words, extent, metrics).map((word) => ({
      ...word,
      x: word.x + at.xPt,
      baseline: word.baseline + at.yPt,
    }));
    text += textLayer(standing, letters, FONT);
    const names = { picture: `P${index}`, print: `K${index}` };
    drawn += drawing(encoded, page.dpi, { ...at, ...extent }, names);

    const jpeg = writer.reserve();
    xObjects.push(`/${names.picture} ${pdfReference(jpeg)}`);
    pictures.push(() => writeJpeg(writer, jpeg, encoded));
    const { print } = encoded;
    if (print !== null) {
      const printRef = writer.reserve();
      xObjects.push(`/${names.print} ${pdfReference(printRef)}`);
      pictures.push(() => writePrint(writer, printRef, print));
    }
  }
  const fonts = text === '' ? '' : ` /Font << /${FONT} ${pdfReference(fontRef)} >>`;
  writer.object(
    ref,
    `<< /Type /Page /Parent ${pdfReference(pageTree)} /Contents ${pdfReference(content)}` +
      ` /MediaBox [0 0 ${pdfNumber(points(sheet.widthMm))} ${pdfNumber(points(sheet.heightMm))}]` +
      ` /Resources << /XObject << ${xObjects.join(' ')} >>${fonts} >> >>`,
  );
  writer.deflated(content, '', text + drawn);
  for (const write of pictures) write();
  return { ref, hasWords: text !== '' };
}

const points = (mm: number): number => (mm / MM_PER_INCH) * POINTS_PER_INCH;

const image = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  `/Type /XObject /Subtype /Image /Width ${width} /Height ${height}`;

function writeJpeg(writer: PdfWriter, ref: number, encoded: EncodedPicture): void {
  const colours = encoded.coloured ? 'DeviceRGB' : 'DeviceGray';
  const entries = `${image(encoded)} /ColorSpace /${colours} /BitsPerComponent 8 /Filter /DCTDecode`;
  writer.stream(ref, entries, encoded.jpeg);
}

function writePrint(writer: PdfWriter, ref: number, print: NonNullable<EncodedPicture['print']>): void {
  const decoding = `<< /K -1 /Columns ${print.width} /Rows ${print.height} /BlackIs1 true >>`;
  const filter = `/ImageMask true /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms ${decoding}`;
  writer.stream(ref, `${image(print)} ${filter}`, print.bytes);
}

/** The picture over its whole place, then the print; its strip reaches over the right and lower edge. */
function drawing(
  { print }: EncodedPicture,
  dpi: number,
  place: { readonly xPt: number; readonly yPt: number; readonly widthPt: number; readonly heightPt: number },
  names: { readonly picture: string; readonly print: string },
): string {
  const { xPt, yPt, widthPt, heightPt } = place;
  const matrix = (...numbers: readonly number[]): string => `${numbers.map(pdfNumber).join(' ')} cm`;
  const over = `q ${matrix(widthPt, 0, 0, heightPt, xPt, yPt)} /${names.picture} Do Q\n`;
  if (print === null) return over;
  const wide = (print.width / dpi) * POINTS_PER_INCH;
  const high = (print.height / dpi) * POINTS_PER_INCH;
  const colour = print.colour.map((channel) => pdfNumber(channel / 255)).join(' ');
  return `${over}q ${colour} rg ${matrix(wide, 0, 0, high, xPt, yPt + heightPt - high)} /${names.print} Do Q\n`;
}
