import type { Candidate } from '../candidate.ts';
import { repairDigits } from '../digit-repair.ts';
import { type PrintedLine, wordsBetween } from '../printed-line.ts';
import type { PageHead } from './page-head.ts';

/** `Số:`, `Luật số:`, `Số / No.:` on the bare copy; the number starts right after it. */
const LABEL = /(?:^|[^a-z\d])s[o0](?:\s*\S{1,2}\s*no\.?)?\s*[:.;]*\s*/g;
/** Outside the left column only a label as it is printed in a form: with a capital letter and a colon. */
const FORM_LABEL = /S\S\D{0,6}[:;]/u;
/** Before these words' "số" stands the number of another document. */
const REFERS = /can cu|nghi dinh|thong tu|quyet dinh|nghi quyet|luat [a-z]+|dieu |khoan /;

type Shape = {
  readonly pattern: RegExp;
  /** Groups that hold nothing but digits. */
  readonly digitGroups: readonly number[];
  readonly sureness: number;
};

const D = '[\\dOoIlSBZ]';
const SHAPES: readonly Shape[] = [
  // Dossier code, 000.26.07.H26-251121-0119 (domain.md §3.1)
  {
    pattern: /^((?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,2}-\d{6}-\d{4,6})(?!\d)/,
    digitGroups: [],
    sureness: 0.96,
  },
  // 1594/QĐ-TTPVHCC, 118/2025/NĐ-CP, 40/2013/QH13; a number stamped into a gap leaves spaces about the stroke
  {
    pattern: new RegExp(
      `^(${D}{1,6}[a-z]?)\\s*\\/\\s*(?:(${D}{4})\\s*\\/\\s*)?([A-ZĐÐ][A-ZĐÐa-zđ0-9&]*(?:\\s?[-–—]\\s?[A-ZĐÐ][A-ZĐÐa-zđ0-9&.]*)*)`,
    ),
    digitGroups: [1, 2],
    sureness: 0.98,
  },
  // Civil status: 123/2019, 45/2021/TLKT is taken by the shape above
  {
    pattern: new RegExp(`^(${D}{1,6})\\s*\\/\\s*((?:19|20)${D}{2})(?!\\d)`),
    digitGroups: [1, 2],
    sureness: 0.95,
  },
  // Personal id: never sure without a second source (domain.md §11.2)
  { pattern: new RegExp(`^(${D}(?:[ .]?${D}){11})(?!\\d)`), digitGroups: [1], sureness: 0.75 },
];

/** Number and symbol [RD-2]: from the head's left column, else from the first lines that have the label. */
export function findDocumentNumber(head: PageHead, lines: readonly PrintedLine[]): Candidate | null {
  for (const line of head.left) {
    const found = numberIn(line, head.motto ? 'under-motto' : 'elsewhere', 1);
    if (found !== null) return found;
  }
  const upper = lines.filter((line) => line.box.y < 0.5);
  for (const line of [...head.right, ...upper]) {
    const found = numberIn(line, 'elsewhere', 0.93);
    if (found !== null) return found;
  }
  return null;
}

function numberIn(
  line: PrintedLine,
  zone: 'under-motto' | 'elsewhere',
  zoneSureness: number,
): Candidate | null {
  for (const label of line.bare.matchAll(LABEL)) {
    const before = line.bare.slice(0, label.index);
    const start = label.index + label[0].length;
    if (REFERS.test(before)) continue;
    if (zone === 'elsewhere') {
      if (startsSentence(before) || !FORM_LABEL.test(line.text.slice(label.index, start))) continue;
    }
    const rest = line.text.slice(start);
    for (const shape of SHAPES) {
      const match = shape.pattern.exec(rest);
      if (match === null) continue;
      const made = numberValue(match, shape);
      if (made === null) continue;
      return {
        name: 'document-number',
        value: made.value,
        raw: match[0],
        words: wordsBetween(line, start, start + match[0].length),
        sureness:
          shape.sureness * zoneSureness * made.sureness * (COURT_WITHOUT_LEVEL.test(made.value) ? 0.75 : 1),
      };
    }
  }
  return null;
}

/** More than a word (`Luật số:`) before the label: the number belongs to what the words say. */
function startsSentence(bareBefore: string): boolean {
  const before = bareBefore.replace(/[^a-z ]/g, '').trim();
  return before !== 'luat' && before.length > 2;
}

function numberValue(match: RegExpExecArray, shape: Shape): { value: string; sureness: number } | null {
  if (shape.digitGroups.length === 0) return { value: match[0], sureness: 1 };
  let sureness = 1;
  const parts: string[] = [];
  for (let group = 1; group < match.length; group += 1) {
    const raw = match[group];
    if (raw === undefined) continue;
    if (!shape.digitGroups.includes(group)) {
      const symbol = repairSymbol(raw);
      parts.push(symbol.value);
      if (symbol.repaired) sureness *= 0.85;
      continue;
    }
    const suffix = /[a-z]$/.exec(raw)?.[0] ?? '';
    const bare = suffix !== '' && /\d[a-z]$/.test(raw) && !/[ols]$/.test(raw) ? raw.slice(0, -1) : raw;
    const repaired = repairDigits(bare);
    if (repaired === null) return null;
    if (repaired.repairs > 0) sureness *= 0.85;
    parts.push(repaired.digits + raw.slice(bare.length));
  }
  return { value: parts.join('/'), sureness };
}

/** A court's number ends with its level (`-ST`, `-PT`): without it a part was not read. */
const COURT_WITHOUT_LEVEL = /\/\d{4}\/(?:HNGĐ|DS|HS|KDTM|LĐ|HC)$/;

/** Kinds that NĐ 30/2020 PL III writes with Đ and that read the same without it are no kinds at all. */
const LOST_STROKE: Readonly<Record<string, string>> = { QD: 'QĐ', ND: 'NĐ', CD: 'CĐ', QyD: 'QyĐ' };

function repairSymbol(raw: string): { readonly value: string; readonly repaired: boolean } {
  const tidy = raw
    .replace(/Ð/g, 'Đ')
    .replace(/\s?[-–—]\s?/g, '-')
    .replace(/[.-]+$/, '');
  const [kind = '', ...bodies] = tidy.split('-');
  const mended = bodies.length > 0 ? LOST_STROKE[kind] : undefined;
  return mended === undefined
    ? { value: tidy, repaired: false }
    : { value: [mended, ...bodies].join('-'), repaired: true };
}
