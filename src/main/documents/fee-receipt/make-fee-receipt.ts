import { formatAmount } from '../../../shared/base/format-amount.ts';
import { isProvisional } from '../../../shared/domain/dossier/provisional-code.ts';
import type { PaymentMethod } from '../../../shared/domain/receipt/receipt.ts';
import type { FontFiles } from '../layout/fonts.ts';
import { createPdfFile } from '../layout/pdf-file.ts';
import { NO_BREAK_SPACE } from '../layout/printable-text.ts';
import { numberSheets } from '../layout/sheet-numbers.ts';
import { type Column, drawTable } from '../layout/table.ts';
import { createTextFlow, linesHeightMm, span, type TextFlow } from '../layout/text-flow.ts';
import { RECEIPT_CLOSING_HEIGHT_MM, writeReceiptClosing } from './receipt-closing.ts';
import type { FeeReceiptFacts } from './receipt-facts.ts';
import { receiptIdentity, receiptNumber } from './receipt-identity.ts';

/**
 * A5 across: the old paper size of receipts, read whole on a screen or a phone, and as wide as A4, so that an office
 * printer that only holds A4 sets it on the upper half without scaling.
 */
const A5_LANDSCAPE = { widthMm: 210, heightMm: 148 };
const MARGINS = { topMm: 10, rightMm: 15, bottomMm: 9, leftMm: 15 };

const TITLE_PT = 15;
/** NĐ 254/2026 Đ23: what is added (payer, address, dossier…) may not be larger than what must be there. */
const MANDATORY_PT = 11.5;
const ADDED_PT = 11;

const FEE_COLUMNS: readonly Column[] = [
  { title: 'TT', widthMm: 10, align: 'center' },
  { title: 'Tên loại phí, lệ phí', widthMm: 84, align: 'left' },
  { title: 'Số lượng', widthMm: 20, align: 'center' },
  { title: 'Mức thu (đồng)', widthMm: 32, align: 'right' },
  { title: 'Số tiền (đồng)', widthMm: 34, align: 'right' },
];

const WIDE_GAP = `${NO_BREAK_SPACE.repeat(4)} `;

const METHODS: Record<PaymentMethod, string> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' };

/**
 * BIÊN LAI THU PHÍ, LỆ PHÍ (NĐ 254/2026 Đ23) as PDF/A-2b, fields in the order of the decree. It is the picture of
 * the receipt, not the signed receipt: it says "Chưa ký số" where the collector's signature belongs.
 * The same facts give the same bytes.
 */
export async function makeFeeReceipt(facts: FeeReceiptFacts, fonts: FontFiles): Promise<Uint8Array> {
  const { receipt } = facts;
  const number = receiptNumber(receipt.leased.number);
  const pdf = await createPdfFile(
    {
      title: `Biên lai thu phí, lệ phí ${receipt.series} ${number}`,
      subject: `Ký hiệu mẫu ${receipt.form}; ký hiệu ${receipt.series}; số ${number}; mã hồ sơ ${facts.dossier.code}`,
      createdAt: new Date(receipt.issuedAt),
      identity: `fee-receipt|${receiptIdentity(facts)}`,
    },
    fonts,
  );
  const flow = createTextFlow(pdf, A5_LANDSCAPE, MARGINS);
  writeHead(flow, facts, number);
  writeParties(flow, facts);
  drawTable(flow, FEE_COLUMNS, feeRows(facts), MANDATORY_PT);
  flow.moveTo(flow.yMm() + 1);
  // The place of the signature never stands alone on a sheet: the total goes with it.
  flow.keepTogether(RECEIPT_CLOSING_HEIGHT_MM + linesHeightMm(4, MANDATORY_PT));
  writeTotal(flow, facts);
  flow.keepTogether(RECEIPT_CLOSING_HEIGHT_MM);
  writeReceiptClosing(flow, facts, ADDED_PT, MANDATORY_PT);
  numberSheets(pdf, flow.sheets, `Biên lai ${receipt.series} số ${number}`);
  return pdf.save();
}

function writeHead(flow: TextFlow, { receipt }: FeeReceiptFacts, number: string): void {
  flow.write('BIÊN LAI THU PHÍ, LỆ PHÍ', { sizePt: TITLE_PT, align: 'center' }, 'bold');
  flow.write(
    [
      span('Ký hiệu mẫu: '),
      span(receipt.form, 'bold'),
      span(`${WIDE_GAP}Ký hiệu: `),
      span(receipt.series, 'bold'),
      span(`${WIDE_GAP}Số: `),
      span(number, 'bold'),
    ],
    { sizePt: MANDATORY_PT, align: 'center' },
  );
  flow.moveTo(flow.yMm() + 2);
}

function writeParties(flow: TextFlow, { branch, receipt, dossier }: FeeReceiptFacts): void {
  const mandatory = { sizePt: MANDATORY_PT };
  const added = { sizePt: ADDED_PT };
  flow.write([span('Tên tổ chức thu: '), span(branch.collectorName, 'bold')], mandatory);
  flow.write([span('Mã số thuế: '), span(branch.collectorTaxCode, 'bold')], mandatory);
  flow.write(`Người nộp: ${receipt.payerName}`, added);
  if (receipt.payerAddress.trim() !== '') flow.write(`Địa chỉ: ${receipt.payerAddress}`, added);
  const { code, provisionalCode } = dossier;
  const alias = provisionalCode === undefined ? '' : ` (mã tạm đã cấp: ${provisionalCode})`;
  flow.write(`${isProvisional(code) ? 'Mã hồ sơ tạm' : 'Mã hồ sơ'}: ${code}${alias}`, added);
  flow.moveTo(flow.yMm() + 1.5);
}

const feeRows = ({ receipt }: FeeReceiptFacts): readonly (readonly string[])[] =>
  receipt.lines.map((line, at) => [
    String(at + 1),
    line.name,
    String(line.quantity),
    formatAmount(line.unitVnd),
    formatAmount(line.unitVnd * line.quantity),
  ]);

function writeTotal(flow: TextFlow, { receipt, amountInWords }: FeeReceiptFacts): void {
  const mandatory = { sizePt: MANDATORY_PT };
  flow.write(
    [span('Tổng số tiền (bằng số): '), span(`${formatAmount(receipt.totalVnd)} đồng`, 'bold')],
    mandatory,
  );
  flow.write([span('Tổng số tiền (bằng chữ): '), span(amountInWords, 'bold-italic')], mandatory);
  flow.write(`Hình thức thanh toán: ${METHODS[receipt.method]}`, { sizePt: ADDED_PT });
}
