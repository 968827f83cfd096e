import type { Branch } from '../../shared/domain/branch/branch.ts';
import { type BlockStyle, span, type TextFlow } from './layout/text-flow.ts';

const UPPER_PT = 12;
const MOTTO_PT = 13;
/** Left column : right column; the national name needs 88 mm at 12 pt bold. */
const LEFT_SHARE = 0.43;

export type OfficialHeader = {
  readonly branch: Branch;
  /** "000123/TTPVHCC(BPTNTKQ)" */
  readonly documentNumber: string;
  /** "ngày 21 tháng 11 năm 2026" */
  readonly date: string;
};

/**
 * The two-column head of NĐ 30/2020 PL I (boxes 1 to 4): the body and its branch at the left, the national name and
 * motto at the right, then number and place with date. Leaves the flow under it.
 */
export function writeOfficialHeader(flow: TextFlow, header: OfficialHeader): void {
  const gapMm = 3;
  const leftMm = flow.widthMm * LEFT_SHARE - gapMm;
  const left: BlockStyle = { sizePt: UPPER_PT, align: 'center', widthMm: leftMm, balanced: true };
  const right: BlockStyle = {
    sizePt: UPPER_PT,
    align: 'center',
    xMm: flow.leftMm + leftMm + gapMm,
    widthMm: flow.widthMm - leftMm - gapMm,
    balanced: true,
  };
  const top = flow.yMm();

  flow.write(header.branch.parentName.toLocaleUpperCase('vi'), left);
  flow.write('TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', left, 'bold');
  flow.write(header.branch.name.toLocaleUpperCase('vi'), left, 'bold');
  ruleUnder(flow, left, leftMm / 3);
  const leftEnd = flow.yMm();

  flow.moveTo(top);
  flow.write('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', right, 'bold');
  const motto = flow.wrap([span('Độc lập - Tự do - Hạnh phúc', 'bold')], { ...right, sizePt: MOTTO_PT });
  flow.drawLines(motto, { ...right, sizePt: MOTTO_PT });
  ruleUnder(flow, right, motto[0]?.widthMm ?? 0);

  const numberRow = Math.max(leftEnd, flow.yMm()) + 1.5;
  flow.moveTo(numberRow);
  flow.write(`Số: ${header.documentNumber}`, { ...left, balanced: false });
  const numberEnd = flow.yMm();
  flow.moveTo(numberRow);
  flow.write(`${header.branch.place}, ${header.date}`, { ...right, sizePt: MOTTO_PT }, 'italic');
  flow.moveTo(Math.max(numberEnd, flow.yMm()));
}

function ruleUnder(flow: TextFlow, column: BlockStyle, lengthMm: number): void {
  const middle = (column.xMm ?? flow.leftMm) + (column.widthMm ?? flow.widthMm) / 2;
  const y = flow.yMm() + 0.8;
  flow.sheet().drawRule(middle - lengthMm / 2, y, middle + lengthMm / 2, y);
  flow.moveTo(y + 1);
}
