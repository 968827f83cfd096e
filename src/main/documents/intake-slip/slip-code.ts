import { isProvisional, provisionalCodeOf } from '../../../shared/domain/dossier/provisional-code.ts';
import { linesHeightMm, span, type TextFlow } from '../layout/text-flow.ts';
import type { Span } from '../layout/wrap-text.ts';
import type { IntakeSlipFacts } from './slip-facts.ts';

const BODY_PT = 12;
const CODE_PT = 16;
const NOTE_PT = 10.5;
const PADDING_MM = 1.5;

/**
 * "000123/TTPVHCC(BPTNTKQ)" (domain.md §2.1). A slip made when no slip number was left bears the code that the dossier
 * had at that moment, and keeps it on every reprint.
 */
export function slipNumber({ slip, dossier }: Pick<IntakeSlipFacts, 'slip' | 'dossier'>): string {
  const number =
    slip.leased === null
      ? (provisionalCodeOf(dossier) ?? dossier.code)
      : String(slip.leased.number).padStart(6, '0');
  return `${number}/TTPVHCC(BPTNTKQ)`;
}

/** Item 1 of the form: what the dossier is called, and what it was called before. */
export function codeItem({ dossier }: IntakeSlipFacts): readonly Span[] {
  const { code, provisionalCode } = dossier;
  if (isProvisional(code)) return [span('Mã hồ sơ: '), span(code, 'bold'), span(' (mã tạm)')];
  const alias = provisionalCode === undefined ? [] : [span(` (mã tạm đã cấp: ${provisionalCode})`)];
  return [span('Mã hồ sơ: '), span(code, 'bold'), ...alias];
}

/**
 * Under the title: a provisional code large and framed, so that nobody takes it for the final one (domain.md §2.1); on
 * a reprint with the final code which code it takes the place of. Nothing for a dossier that had its code at once.
 */
export function writeCodeNotice(flow: TextFlow, { dossier }: IntakeSlipFacts): void {
  const { code, provisionalCode } = dossier;
  if (isProvisional(code)) {
    writeProvisional(flow, code);
    return;
  }
  if (provisionalCode === undefined) return;
  const text = `Bản in lại có mã hồ sơ chính thức, thay giấy mang mã tạm ${provisionalCode}`;
  flow.write(text, { sizePt: BODY_PT, align: 'center', balanced: true }, 'bold');
}

function writeProvisional(flow: TextFlow, code: string): void {
  const note =
    'Tiếp nhận khi mất đường truyền. Mã chính thức được cấp khi có đường truyền lại; tra cứu bằng mã tạm hoặc mã QR dưới đây vẫn ra hồ sơ này.';
  const inside = { xMm: flow.leftMm + 3, widthMm: flow.widthMm - 6, align: 'center' } as const;
  const small = { ...inside, sizePt: NOTE_PT, balanced: true };
  const lines = flow.wrap([span(note, 'italic')], small);
  const heightMm =
    2 * PADDING_MM +
    linesHeightMm(1, BODY_PT) +
    linesHeightMm(1, CODE_PT) +
    linesHeightMm(lines.length, NOTE_PT);
  const top = flow.yMm() + 1.5;
  frame(flow, top, heightMm);
  flow.moveTo(top + PADDING_MM);
  flow.write('MÃ TẠM (ngoại tuyến)', { ...inside, sizePt: BODY_PT }, 'bold');
  flow.write(code, { ...inside, sizePt: CODE_PT }, 'bold');
  flow.drawLines(lines, small);
  flow.moveTo(top + heightMm);
}

function frame(flow: TextFlow, topMm: number, heightMm: number): void {
  const sheet = flow.sheet();
  const right = flow.leftMm + flow.widthMm;
  const bottom = topMm + heightMm;
  sheet.drawRule(flow.leftMm, topMm, right, topMm, 0.8);
  sheet.drawRule(flow.leftMm, bottom, right, bottom, 0.8);
  sheet.drawRule(flow.leftMm, topMm, flow.leftMm, bottom, 0.8);
  sheet.drawRule(right, topMm, right, bottom, 0.8);
}
