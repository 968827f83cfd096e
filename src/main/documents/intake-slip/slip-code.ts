import { isProvisional, provisionalCodeOf } from '../../../shared/domain/dossier/provisional-code.ts';
import { linesHeightMm, span, type TextFlow } from '../layout/text-flow.ts';
import type { Span } from '../layout/wrap-text.ts';
import type { IntakeSlipFacts } from './slip-facts.ts';

const BODY_PT = 12;
const CODE_PT = 14;
const NOTE_PT = 10;
const PADDING_MM = 1;
const NOTE = 'Cấp khi mất đường truyền; mã chính thức sẽ báo sau. Mã tạm và mã QR này vẫn tra cứu được.';

/**
 * "000123/TTPVHCC(BPTNTKQ)" (domain.md §2.1). A slip made when no slip number was left bears the code that the dossier
 * had at that moment, and keeps it on every reprint.
 */
export function slipNumber({ slip, dossier }: Pick<IntakeSlipFacts, 'slip' | 'dossier'>): string {
  // A code is as wide as the column of the head: it may only be broken behind itself.
  if (slip.leased === null) return `${provisionalCodeOf(dossier) ?? dossier.code} /TTPVHCC(BPTNTKQ)`;
  return `${String(slip.leased.number).padStart(6, '0')}/TTPVHCC(BPTNTKQ)`;
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

/** Two lines, so that an ordinary dossier still takes one sheet a copy. */
function writeProvisional(flow: TextFlow, code: string): void {
  const inside = { xMm: flow.leftMm + 3, widthMm: flow.widthMm - 6, align: 'center' } as const;
  const large = { ...inside, sizePt: CODE_PT, balanced: true };
  const small = { ...inside, sizePt: NOTE_PT, balanced: true };
  const called = flow.wrap([span(`MÃ TẠM (ngoại tuyến): ${code}`, 'bold')], large);
  const note = flow.wrap([span(NOTE, 'italic')], small);
  const top = flow.yMm() + 1;
  const textMm = linesHeightMm(called.length, CODE_PT) + linesHeightMm(note.length, NOTE_PT);
  frame(flow, top, textMm + 2 * PADDING_MM);
  flow.moveTo(top + PADDING_MM);
  flow.drawLines(called, large);
  flow.drawLines(note, small);
  flow.moveTo(top + textMm + 2 * PADDING_MM);
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
