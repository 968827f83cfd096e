import { createHash } from 'node:crypto';
import { PDFDocument, PDFHexString } from '@cantoo/pdf-lib';
import { embedFonts, type FontFiles } from './fonts.ts';
import { createPrintableText } from './printable-text.ts';
import { addSheet, type Sheet } from './sheet.ts';
import { createTextWidth, type MeasureTextMm } from './text-width.ts';

export type PdfAbout = {
  readonly title: string;
  readonly subject: string;
  /** Printed as the document's own date; never the clock, so that a reprint has the same bytes. */
  readonly createdAt: Date;
  /** What makes this document itself; becomes the file identifier. */
  readonly identity: string;
};

export type PdfFile = {
  readonly addSheet: (widthMm: number, heightMm: number) => Sheet;
  readonly measureMm: MeasureTextMm;
  /** See {@link createPrintableText}. */
  readonly printable: (text: string) => string;
  /** PDF/A-2b; the same drawing gives the same bytes. */
  readonly save: () => Promise<Uint8Array>;
};

/** A new Vietnamese PDF with the four faces embedded. */
export async function createPdfFile(about: PdfAbout, files: FontFiles): Promise<PdfFile> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const fonts = await embedFonts(pdf, files);
  pdf.setTitle(about.title, { showInWindowTitleBar: true });
  pdf.setSubject(about.subject);
  pdf.setLanguage('vi-VN');
  pdf.setProducer('Quầy Một Cửa');
  pdf.setCreator('Quầy Một Cửa');
  pdf.setCreationDate(about.createdAt);
  pdf.setModificationDate(about.createdAt);
  const fileId = PDFHexString.of(createHash('sha256').update(about.identity).digest('hex').slice(0, 32));
  pdf.context.trailerInfo.ID = pdf.context.obj([fileId, fileId]);

  return {
    addSheet: (widthMm, heightMm) => addSheet(pdf, fonts, widthMm, heightMm),
    measureMm: createTextWidth(fonts),
    printable: createPrintableText(fonts),
    save: () => {
      pdf.convertToPDFA({ conformance: '2B' });
      return pdf.save();
    },
  };
}
