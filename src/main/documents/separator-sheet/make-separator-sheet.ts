import { SEPARATOR_TEXT } from '../../../shared/domain/checklist/separator.ts';
import { drawQrCode } from '../layout/barcodes.ts';
import type { FontFiles } from '../layout/fonts.ts';
import { createPdfFile } from '../layout/pdf-file.ts';
import { createTextFlow } from '../layout/text-flow.ts';

const A4 = { widthMm: 210, heightMm: 297 };
const MARGINS = { topMm: 20, rightMm: 20, bottomMm: 20, leftMm: 20 };
/** A module of it is 3.3 mm: found in a scan of 75 dpi, on a faint copy, through a fold. */
const CODE_MM = 70;
/** Farther from the edge than what feeders swallow, and than the quiet zone of four modules. */
const CODE_TOP_MM = 20;
/** The text between the two codes stands in their middle. */
const TEXT_TOP_MM = 117;
/** The sheet is no fact and has no day of its own: this is the day that the form was drawn up. */
const DRAWN_UP = new Date('2026-11-22T00:00:00+07:00');

/**
 * A sheet that is laid between papers: where it comes in a scanned stack, a new paper begins. A code at its head and one
 * at its foot, so that one is whole if a corner is folded and either way up gives the same. PDF/A-2b, always the same bytes.
 */
export async function makeSeparatorSheet(fonts: FontFiles): Promise<Uint8Array> {
  const pdf = await createPdfFile(
    {
      title: 'Tờ phân cách',
      subject: 'Đặt giữa các giấy tờ khi quét cả tập',
      createdAt: DRAWN_UP,
      identity: `separator-sheet|${SEPARATOR_TEXT}`,
    },
    fonts,
  );
  const flow = createTextFlow(pdf, A4, MARGINS);
  const left = (A4.widthMm - CODE_MM) / 2;
  drawQrCode(flow.sheet(), SEPARATOR_TEXT, left, CODE_TOP_MM, CODE_MM);
  drawQrCode(flow.sheet(), SEPARATOR_TEXT, left, A4.heightMm - CODE_TOP_MM - CODE_MM, CODE_MM);

  flow.moveTo(TEXT_TOP_MM);
  flow.write('TỜ PHÂN CÁCH', { sizePt: 40, align: 'center' }, 'bold');
  flow.write('SEPARATOR SHEET', { sizePt: 20, align: 'center' });
  flow.moveTo(flow.yMm() + 5);
  flow.write(
    'Đặt giữa hai giấy tờ khi quét cả tập: sau tờ này là giấy tờ mới. Quầy tự ẩn tờ này. Lấy lại để dùng lần sau.',
    { sizePt: 14, align: 'center', balanced: true },
  );
  flow.moveTo(flow.yMm() + 2);
  flow.write(
    'Lay it between two papers of a stack: a new paper begins behind it. The desk hides this sheet by itself. Keep it and use it again.',
    { sizePt: 12, align: 'center', balanced: true },
    'italic',
  );
  return pdf.save();
}
