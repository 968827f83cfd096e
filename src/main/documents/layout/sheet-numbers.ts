import type { PdfFile } from './pdf-file.ts';
import type { Sheet } from './sheet.ts';
import { wrapText } from './wrap-text.ts';

const SIZE_PT = 10;

/** "Liên 1: … – Trang 1/2" at the foot of each sheet, when there is more than one. */
export function numberSheets(pdf: PdfFile, sheets: readonly Sheet[], what: string): void {
  if (sheets.length < 2) return;
  sheets.forEach((sheet, at) => {
    const text = pdf.printable(`${what} - Trang ${at + 1}/${sheets.length}`);
    const [line] = wrapText([{ text, face: 'italic' }], sheet.widthMm, (part, face) =>
      pdf.measureMm(part, face, SIZE_PT),
    );
    if (line) sheet.drawLine(line, SIZE_PT, (sheet.widthMm - line.widthMm) / 2, sheet.heightMm - 8);
  });
}
