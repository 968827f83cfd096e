import { drawCode128, drawQrCode } from '../layout/barcodes.ts';
import { linesHeightMm, span, type TextFlow } from '../layout/text-flow.ts';
import type { IntakeSlipFacts } from './slip-facts.ts';

const BODY_PT = 12;
const SMALL_PT = 10.5;
/** Room for a hand-written signature: as much as there is between these. */
const LEAST_SIGNING_ROOM_MM = 14;
const MOST_SIGNING_ROOM_MM = 22;
const CODE_BAND_MM = 25;
const QR_SIDE_MM = 20;
/** 244 modules for a usual dossier code: 0.26 mm each. */
const CODE128_WIDTH_MM = 64;

const GAP_MM = 2;

/** Least height of signatures (title, hint, a name of one line) and code band: they stay on one sheet. */
export const CLOSING_HEIGHT_MM =
  2 * GAP_MM + linesHeightMm(3, BODY_PT) + LEAST_SIGNING_ROOM_MM + CODE_BAND_MM;

/** Both signatures, then the band with the codes at the foot of the sheet. */
export function writeClosing(flow: TextFlow, facts: IntakeSlipFacts): void {
  const bandTop = flow.yMm() + flow.roomMm() - CODE_BAND_MM;
  const spareMm = flow.roomMm() - CLOSING_HEIGHT_MM;
  const signingRoomMm = Math.min(MOST_SIGNING_ROOM_MM, LEAST_SIGNING_ROOM_MM + spareMm);
  writeSignatures(flow, facts, signingRoomMm);
  drawCodeBand(flow, facts, bandTop);
}

function writeSignatures(flow: TextFlow, facts: IntakeSlipFacts, signingRoomMm: number): void {
  const top = flow.yMm() + GAP_MM;
  const half = flow.widthMm / 2;
  const sign = (xMm: number, title: string, hint: string, name: string) => {
    const style = { sizePt: BODY_PT, align: 'center', xMm, widthMm: half - 2, balanced: true } as const;
    flow.moveTo(top);
    flow.write(title, style, 'bold');
    flow.write(hint, style, 'italic');
    // A name of several lines grows upwards into the room for the signature, never down into the codes.
    const lines = flow.wrap([span(name, 'bold')], style);
    flow.moveTo(flow.yMm() + signingRoomMm - linesHeightMm(lines.length - 1, BODY_PT));
    flow.drawLines(lines, style);
  };
  sign(flow.leftMm, 'NGƯỜI NỘP HỒ SƠ', '(Ký và ghi rõ họ tên)', facts.dossier.content.applicant.fullName);
  sign(
    flow.leftMm + half + 2,
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
    '(Ký và ghi rõ họ tên/chữ ký số)',
    facts.receivedBy.fullName,
  );
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
