import { createHash } from 'node:crypto';
import type { ArchivalAbout, ArchivalPage } from './archival-page.ts';
import { type EncodedPage, encodePage, type SheetParts, writeCard, writePage } from './archival-sheet.ts';
import { areTwoSides, isCardSized } from './card-sheet.ts';
import { pdfDate, pdfReference, pdfText } from './file/pdf-syntax.ts';
import { createPdfWriter } from './file/pdf-writer.ts';
import { srgbProfile } from './file/srgb-profile.ts';
import { xmpPacket } from './file/xmp-packet.ts';
import { createInvisibleFont } from './text/invisible-font.ts';
import { letterMetrics } from './text/letter-metrics.ts';

/** One PDF/A in the making. Each step gives the bytes that follow those before. */
export type ArchivalFile = {
  readonly addPage: (page: ArchivalPage) => Promise<Uint8Array<ArrayBuffer>>;
  readonly end: () => Uint8Array<ArrayBuffer>;
};

const PROGRAM = 'Quầy Một Cửa';

/**
 * Begins a PDF/A: pages at the real size of the paper, their words under the picture where nobody sees them; two sides of
 * a card that follow each other lie on one A4.
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
  const parts: SheetParts = { writer, pageTree, fontRef, letters, metrics };
  /** A card's first side, until it is known whether the next page is its other one. */
  let waiting: EncodedPage | null = null;
  const add = (sheet: { readonly ref: number; readonly hasWords: boolean }): void => {
    pages.push(sheet.ref);
    if (sheet.hasWords) hasWords = true;
  };

  return {
    addPage: async (page) => {
      const encoded = await encodePage(page);
      const front = waiting;
      waiting = null;
      if (front !== null && areTwoSides(front.size, encoded.size)) add(writeCard(parts, front, encoded));
      else {
        if (front !== null) add(writePage(parts, front));
        if (isCardSized(encoded.size)) waiting = encoded;
        else add(writePage(parts, encoded));
      }
      return writer.take();
    },

    end: () => {
      if (waiting !== null) add(writePage(parts, waiting));
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
