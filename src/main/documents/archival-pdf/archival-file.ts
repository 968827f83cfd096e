import { createHash } from 'node:crypto';
import type { ArchivalAbout, ArchivalPage } from './archival-page.ts';
import { pdfDate, pdfNumber, pdfReference, pdfText } from './file/pdf-syntax.ts';
import { createPdfWriter } from './file/pdf-writer.ts';
import { srgbProfile } from './file/srgb-profile.ts';
import { xmpPacket } from './file/xmp-packet.ts';
import { type EncodedPicture, encodePicture } from './picture/encode-picture.ts';
import { createInvisibleFont } from './text/invisible-font.ts';
import { letterMetrics } from './text/letter-metrics.ts';
import { standWords } from './text/stand-words.ts';
import { textLayer } from './text/text-layer.ts';

/** One PDF/A in the making. Each step gives the bytes that follow those before. */
export type ArchivalFile = {
  readonly addPage: (page: ArchivalPage) => Promise<Uint8Array<ArrayBuffer>>;
  readonly end: () => Uint8Array<ArrayBuffer>;
};

const PROGRAM = 'Quầy Một Cửa';
const POINTS_PER_INCH = 72;
const FONT = 'F';
const PICTURE = 'P';
const PRINT = 'K';

/**
 * Begins a PDF/A: pages at the real size of the paper, their words under the picture where nobody sees them.
 * @param font TrueType file whose letters give the words their proportions; no part of it goes into the document
 */
export function beginArchivalFile(about: ArchivalAbout, font: Uint8Array): ArchivalFile {
  const conformance = about.conformance ?? '2B';
  const writer = createPdfWriter(conformance === '1B' ? '1.4' : '1.7');
  const metrics = letterMetrics(font);
  const letters = createInvisibleFont(metrics);
  const [catalog, pageTree, fontRef, info] = [0, 0, 0, 0].map(() => writer.reserve()) as [
    number,
    number,
    number,
    number,
  ];
  const pages: number[] = [];
  let hasWords = false;

  return {
    addPage: async ({ picture, words }) => {
      const page = {
        widthPt: points(picture.width, picture.dpi),
        heightPt: points(picture.height, picture.dpi),
      };
      const encoded = await encodePicture(picture);
      const text = textLayer(standWords(words, page, metrics), letters, FONT);
      if (text !== '') hasWords = true;

      const [pageRef, content, jpeg] = [0, 0, 0].map(() => writer.reserve()) as [number, number, number];
      const { print } = encoded;
      const printRef = print === null ? null : writer.reserve();
      const fonts = text === '' ? '' : ` /Font << /${FONT} ${pdfReference(fontRef)} >>`;
      const prints = printRef === null ? '' : ` /${PRINT} ${pdfReference(printRef)}`;
      writer.object(
        pageRef,
        `<< /Type /Page /Parent ${pdfReference(pageTree)} /Contents ${pdfReference(content)}` +
          ` /MediaBox [0 0 ${pdfNumber(page.widthPt)} ${pdfNumber(page.heightPt)}]` +
          ` /Resources << /XObject << /${PICTURE} ${pdfReference(jpeg)}${prints} >>${fonts} >> >>`,
      );
      writer.deflated(content, '', text + drawing(encoded, page, picture.dpi));
      writer.stream(
        jpeg,
        `${image(encoded)} /ColorSpace /${encoded.coloured ? 'DeviceRGB' : 'DeviceGray'} /BitsPerComponent 8 /Filter /DCTDecode`,
        encoded.jpeg,
      );
      if (print !== null && printRef !== null) {
        const decoding = `<< /K -1 /Columns ${print.width} /Rows ${print.height} /BlackIs1 true >>`;
        writer.stream(
          printRef,
          `${image(print)} /ImageMask true /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms ${decoding}`,
          print.bytes,
        );
      }
      pages.push(pageRef);
      return writer.take();
    },

    end: () => {
      if (hasWords) letters.write(writer, fontRef, conformance === '1B');
      else writer.object(fontRef, 'null');
      const [metadata, intent, profile] = [0, 0, 0].map(() => writer.reserve()) as [number, number, number];
      const colours = srgbProfile();
      writer.deflated(profile, '/N 3', colours);
      writer.object(
        intent,
        '<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)' +
          ` /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) /DestOutputProfile ${pdfReference(profile)} >>`,
      );
      // PDF/A-1 forbids compressing it; uncompressed, every archive can find it.
      writer.stream(metadata, '/Type /Metadata /Subtype /XML', xmpPacket(about, PROGRAM));
      writer.object(
        pageTree,
        `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map(pdfReference).join(' ')}] >>`,
      );
      writer.object(
        catalog,
        `<< /Type /Catalog /Pages ${pdfReference(pageTree)} /Metadata ${pdfReference(metadata)} /Lang (vi)` +
          ` /OutputIntents [${pdfReference(intent)}] /ViewerPreferences << /DisplayDocTitle true >> >>`,
      );
      writer.object(
        info,
        `<< /Title ${pdfText(about.title)} /Subject ${pdfText(about.subject)} /Keywords ${pdfText(about.keywords)}` +
          ` /Creator ${pdfText(PROGRAM)} /Producer ${pdfText(PROGRAM)}` +
          ` /CreationDate ${pdfDate(about.createdAt)} /ModDate ${pdfDate(about.createdAt)} >>`,
      );
      const idHex = createHash('sha256').update(about.identity).digest('hex').slice(0, 32).toUpperCase();
      writer.end({ root: catalog, info, idHex });
      return writer.take();
    },
  };
}

const points = (pixels: number, dpi: number): number => (pixels / dpi) * POINTS_PER_INCH;

const image = ({ width, height }: { readonly width: number; readonly height: number }): string =>
  `/Type /XObject /Subtype /Image /Width ${width} /Height ${height}`;

/** The picture over the whole page, then the print; its strip reaches over the page's right and lower edge. */
function drawing(
  { print }: EncodedPicture,
  { widthPt, heightPt }: { readonly widthPt: number; readonly heightPt: number },
  dpi: number,
): string {
  const over = `q ${pdfNumber(widthPt)} 0 0 ${pdfNumber(heightPt)} 0 0 cm /${PICTURE} Do Q\n`;
  if (print === null) return over;
  const wide = points(print.width, dpi);
  const high = points(print.height, dpi);
  const colour = print.colour.map((channel) => pdfNumber(channel / 255)).join(' ');
  const matrix = [wide, 0, 0, high, 0, heightPt - high].map(pdfNumber).join(' ');
  return `${over}q ${colour} rg ${matrix} cm /${PRINT} Do Q\n`;
}
