import { formatDateInWords } from '../../../shared/base/format-date.ts';
import { hanoiDate } from '../../../shared/base/hanoi-time.ts';
import { drawQrCode } from '../layout/barcodes.ts';
import type { TextFlow } from '../layout/text-flow.ts';
import type { FeeReceiptFacts } from './receipt-facts.ts';
import { receiptIdentity } from './receipt-identity.ts';

const QR_SIDE_MM = 24;
const SIGNATURE_BOX = { widthMm: 62, heightMm: 12 };
export const RECEIPT_CLOSING_HEIGHT_MM = 33;

/** At the left the QR code and who took the money; at the right the date and the place of the digital signature. */
export function writeReceiptClosing(
  flow: TextFlow,
  facts: FeeReceiptFacts,
  addedPt: number,
  mandatoryPt: number,
): void {
  const top = flow.yMm() + 2;
  drawQrCode(flow.sheet(), receiptIdentity(facts), flow.leftMm, top + 2, QR_SIDE_MM);

  const middle = { sizePt: addedPt, xMm: flow.leftMm + QR_SIDE_MM + 5, widthMm: 60 };
  flow.moveTo(top + 2);
  flow.write('Người thu:', middle);
  flow.write(facts.issuedBy.fullName, middle);
  flow.write(facts.branch.name, middle);

  const widthMm = 88;
  const right = {
    sizePt: mandatoryPt,
    align: 'center',
    xMm: flow.leftMm + flow.widthMm - widthMm,
    widthMm,
  } as const;
  flow.moveTo(top);
  flow.write(
    `${facts.branch.place}, ${formatDateInWords(hanoiDate(facts.receipt.issuedAt))}`,
    right,
    'italic',
  );
  flow.write('CHỮ KÝ SỐ CỦA TỔ CHỨC THU', right, 'bold');
  drawUnsignedBox(flow, right.xMm + (widthMm - SIGNATURE_BOX.widthMm) / 2, flow.yMm() + 1.5, mandatoryPt);
}

/** An honest empty place: nobody may take the paper for a signed receipt. */
function drawUnsignedBox(flow: TextFlow, xMm: number, yMm: number, sizePt: number): void {
  const { widthMm, heightMm } = SIGNATURE_BOX;
  const sheet = flow.sheet();
  sheet.drawRule(xMm, yMm, xMm + widthMm, yMm);
  sheet.drawRule(xMm, yMm + heightMm, xMm + widthMm, yMm + heightMm);
  sheet.drawRule(xMm, yMm, xMm, yMm + heightMm);
  sheet.drawRule(xMm + widthMm, yMm, xMm + widthMm, yMm + heightMm);
  flow.moveTo(yMm + (heightMm - 5) / 2);
  flow.write('Chưa ký số', { sizePt, align: 'center', xMm, widthMm });
}
