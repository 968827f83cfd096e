import { drawCode128, drawQrCode } from '../layout/barcodes.ts';
import { linesHeightMm, type TextFlow } from '../layout/text-flow.ts';
import type { IntakeSlipFacts } from './slip-facts.ts';

const BODY_PT = 12;
const SMALL_PT = 10.5;
const SIGNING_ROOM_MM = 20;
const CODE_BAND_MM = 25;
const QR_SIDE_MM = 20;
/** 244 modules for a usual dossier code: 0.26 mm each. */
const CODE128_WIDTH_MM = 64;

/** Height of signatures and code band together: they stay on one sheet. */
export const CLOSING_HEIGHT_MM = linesHeightMm(4, BODY_PT) + SIGNING_ROOM_MM + CODE_BAND_MM + 4;

/** Both signatures, then the band with the codes at the foot of the sheet. */
export function writeClosing(flow: TextFlow, facts: IntakeSlipFacts): void {
  writeSignatures(flow, facts);
  const bandTop = flow.yMm() + flow.roomMm() - CODE_BAND_MM;
  drawCodeBand(flow, facts, bandTop);
}

function writeSignatures(flow: TextFlow, facts: IntakeSlipFacts): void {
  const top = flow.yMm() + 2;
  const half = flow.widthMm / 2;
  const sign = (xMm: number, title: string, hint: string, name: string) => {
    const style = { sizePt: BODY_PT, align: 'center', xMm, widthMm: half - 2, balanced: true } as const;
    flow.moveTo(top);
    flow.write(title, style, 'bold');
    flow.write(hint, style, 'italic');
    flow.moveTo(flow.yMm() + SIGNING_ROOM_MM);
    flow.write(name, style, 'bold');
    return flow.yMm();
  };
  const left = sign(
    flow.leftMm,
    'NGƯỜI NỘP HỒ SƠ',
    '(Ký và ghi rõ họ tên)',
    facts.dossier.content.applicant.fullName,
  );
  const right = sign(
    flow.leftMm + half + 2,
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
    '(Ký và ghi rõ họ tên/chữ ký số)',
    facts.receivedBy.fullName,
  );
  flow.moveTo(Math.max(left, right));
}

function drawCodeBand(flow: TextFlow, facts: IntakeSlipFacts, topMm: number): void {
  const { code } = facts.dossier;
  const { branch } = facts.desk;
  const right = flow.leftMm + flow.widthMm;
  const sheet = flow.sheet();
  sheet.drawRule(flow.leftMm, topMm, right, topMm, 0.4);

  drawQrCode(sheet, code, flow.leftMm, topMm + 3, QR_SIDE_MM);
  const middle = {
    sizePt: SMALL_PT,
    xMm: flow.leftMm + QR_SIDE_MM + 5,
    widthMm: flow.widthMm - QR_SIDE_MM - CODE128_WIDTH_MM - 10,
  };
  flow.moveTo(topMm + 3);
  flow.write('Mang theo Giấy này khi nhận kết quả', middle, 'bold');
  if (branch.phone !== '') flow.write(`Điện thoại: ${branch.phone}`, middle);

  const barsX = right - CODE128_WIDTH_MM;
  drawCode128(sheet, code, barsX, topMm + 4, CODE128_WIDTH_MM, 11);
  flow.moveTo(topMm + 15.5);
  flow.write(code, { sizePt: SMALL_PT, align: 'center', xMm: barsX, widthMm: CODE128_WIDTH_MM });
}
