import { formatDateInWords, formatMoment } from '../../../shared/base/format-date.ts';
import { hanoiDate } from '../../../shared/base/hanoi-time.ts';
import type { FontFiles } from '../layout/fonts.ts';
import { createPdfFile, type PdfFile } from '../layout/pdf-file.ts';
import { numberSheets } from '../layout/sheet-numbers.ts';
import { drawTable } from '../layout/table.ts';
import { createTextFlow, linesHeightMm, type TextFlow } from '../layout/text-flow.ts';
import { writeOfficialHeader } from '../official-header.ts';
import { CLOSING_HEIGHT_MM, writeClosing } from './slip-closing.ts';
import { slipNumber, writeCodeNotice } from './slip-code.ts';
import { correctedAtOf, type IntakeSlipFacts } from './slip-facts.ts';
import { itemsAfterPapers, itemsBeforePapers, type SlipItem } from './slip-items.ts';
import { PAPER_COLUMNS, paperRows } from './slip-papers.ts';

const A4 = { widthMm: 210, heightMm: 297 };
/** NĐ 30/2020 PL I: 20–25, 15–20, 20–25, 30–35 mm; the foot is used up to 15 mm for the code band. */
const MARGINS = { topMm: 18, rightMm: 15, bottomMm: 15, leftMm: 30 };
const TITLE_PT = 14;
const BODY_PT = 12;
const TABLE_PT = 11;
const ITEM_GAP_MM = 0.6;

/** One is kept with the dossier, the other goes to the applicant (TT 03/2025, note of Mẫu 01). */
const COPIES = ['Liên 1: Lưu tại Bộ phận Tiếp nhận và Trả kết quả', 'Liên 2: Giao người nộp hồ sơ'] as const;

/**
 * GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ, Mẫu 01 TT 03/2025, as PDF/A-2b: two copies on A4, one sheet each for an
 * ordinary dossier. The same facts give the same bytes.
 */
export async function makeIntakeSlip(facts: IntakeSlipFacts, fonts: FontFiles): Promise<Uint8Array> {
  const number = slipNumber(facts);
  const correctedAt = correctedAtOf(facts);
  const pdf = await createPdfFile(
    {
      title: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${facts.dossier.code}`,
      subject: `Số ${number}; mã hồ sơ ${facts.dossier.code}`,
      createdAt: new Date(facts.slip.issuedAt),
      identity: `intake-slip|${facts.dossier.code}|${number}${correctedAt === null ? '' : `|${correctedAt}`}`,
    },
    fonts,
  );
  for (const copy of COPIES) writeCopy(pdf, facts, number, copy);
  return pdf.save();
}

function writeCopy(pdf: PdfFile, facts: IntakeSlipFacts, number: string, copy: string): void {
  const flow = createTextFlow(pdf, A4, MARGINS);
  writeOfficialHeader(flow, {
    branch: facts.desk.branch,
    documentNumber: number,
    date: formatDateInWords(hanoiDate(facts.slip.issuedAt)),
  });
  flow.moveTo(flow.yMm() + 4);
  flow.write('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', { sizePt: TITLE_PT, align: 'center' }, 'bold');
  flow.write(`(${copy})`, { sizePt: BODY_PT, align: 'center' }, 'italic');
  const correctedAt = correctedAtOf(facts);
  if (correctedAt !== null) {
    // The number stays; whoever holds two papers under it must see which one is the newer.
    const text = `Bản in lại sau khi sửa lúc ${formatMoment(correctedAt)}`;
    flow.write(text, { sizePt: BODY_PT, align: 'center' }, 'bold');
  }
  writeCodeNotice(flow, facts);
  flow.moveTo(flow.yMm() + 3);

  writeItems(flow, itemsBeforePapers(facts));
  drawTable(flow, PAPER_COLUMNS, paperRows(facts.dossier.content.papers), TABLE_PT);
  flow.moveTo(flow.yMm() + 2);
  const after = itemsAfterPapers(facts);
  writeItems(flow, after.slice(0, -2));
  // Signatures never stand alone on a sheet: the last two items go with them.
  const last = after.slice(-2);
  flow.keepTogether(heightOf(flow, last) + CLOSING_HEIGHT_MM);
  writeItems(flow, last);
  writeClosing(flow, facts);
  numberSheets(pdf, flow.sheets, `${facts.dossier.code} - ${copy}`);
}

const heightOf = (flow: TextFlow, items: readonly SlipItem[]): number =>
  items.reduce((sum, item) => {
    const lines = flow.wrap(item, { sizePt: BODY_PT }).length;
    return sum + linesHeightMm(lines, BODY_PT) + ITEM_GAP_MM;
  }, 0);

function writeItems(flow: TextFlow, items: readonly SlipItem[]): void {
  for (const item of items) {
    flow.write(item, { sizePt: BODY_PT });
    flow.moveTo(flow.yMm() + ITEM_GAP_MM);
  }
}
