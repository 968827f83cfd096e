import { looksLikeCardQr, parseCardQr } from '../../applicant/parse-card-qr.ts';
import type { OfficialKind, PaperKind } from '../../paper/paper-kind.ts';
import { type PageHead, pageHead } from '../head/page-head.ts';
import { type CompactLine, compactLine, compactText } from '../labels/compact-line.ts';
import { findPhrase, hasPhrase } from '../labels/find-phrase.ts';
import { engineLines } from '../printed-line.ts';
import type { PrintedWord } from '../printed-word.ts';
import type { ReadCode } from '../read-code.ts';
import { KIND_MARKS } from './all-kind-marks.ts';
import type { KindMarks } from './kind-marks.ts';
import { OFFICIAL_TITLES } from './official-kind.ts';
import type { RecognisedKind } from './recognised-kind.ts';
import { titleLines } from './title-lines.ts';

export type KindEvidence = {
  readonly words: readonly PrintedWord[];
  readonly codes?: readonly ReadCode[];
  /** A zone for machines stands on backs of cards only. */
  readonly mrz?: readonly string[] | null;
};

/** What a title that was read is worth; the higher, the more of the marks that belong to it. */
const TITLE_AND_MARKS = 0.99;
const TITLE_ALONE = 0.85;
const MARKS_ALONE = 0.9;
/** A title of few letters (`HỢP ĐỒNG`) needs its marks. */
const LONG_TITLE = 11;

/**
 * Kind of a page by its title and labels, with letters read wrong [RD-11]. Null where neither is clear: a kind is never
 * guessed. The card's QR and zone for machines are marks too.
 */
export function recogniseKind({ words, codes = [], mrz = null }: KindEvidence): RecognisedKind | null {
  const lines = engineLines(words);
  const compact = lines.map(compactLine);
  const printed = lines.map(({ text }) => text.trim());
  const head = pageHead(words);
  const titles = titleLines(head, lines).map(compactText);
  return byTitle(titles, compact) ?? bySide(compact, printed, codes, mrz) ?? official(head, titles);
}

/** The topmost line that is the title of a kind; further down stand titles of other papers that are spoken of. */
function byTitle(titles: readonly CompactLine[], lines: readonly CompactLine[]): RecognisedKind | null {
  for (const title of titles) {
    if (officialTitle(title) !== null && !isKindTitle(title)) return null;
    let best: { readonly kind: PaperKind; readonly confidence: number; readonly marks: number } | null = null;
    for (const each of KIND_MARKS) {
      const length = titleLength(title, each);
      if (length === 0 || isExcluded(each, lines)) continue;
      const marks = countMarks(each, lines);
      if (marks < each.besideTitle && length < LONG_TITLE) continue;
      const confidence = marks >= each.besideTitle ? TITLE_AND_MARKS : TITLE_ALONE;
      const better =
        best === null ||
        confidence > best.confidence ||
        (confidence === best.confidence && marks > best.marks + 2);
      if (better) best = { kind: each.kind, confidence, marks };
    }
    if (best !== null) return { kind: best.kind, official: null, confidence: best.confidence };
  }
  return null;
}

const isKindTitle = (title: CompactLine): boolean => KIND_MARKS.some((each) => titleLength(title, each) > 0);

function titleLength(title: CompactLine, { titles }: KindMarks): number {
  return Math.max(
    0,
    ...titles.filter((each) => beginsWith(title, each)).map((each) => each.replace(/ /g, '').length),
  );
}

const beginsWith = (line: CompactLine, phrase: string): boolean =>
  findPhrase(line, phrase)[0]?.from === line.at[0];

const countMarks = ({ marks }: KindMarks, lines: readonly CompactLine[]): number =>
  marks.filter((mark) => lines.some((line) => hasPhrase(line, mark))).length;

const isExcluded = ({ never = [] }: KindMarks, lines: readonly CompactLine[]): boolean =>
  never.some((mark) => lines.some((line) => hasPhrase(line, mark)));

/** Sides without a title, and pages whose title was not read: by their labels, the QR and the zone for machines. */
function bySide(
  lines: readonly CompactLine[],
  printed: readonly string[],
  codes: readonly ReadCode[],
  mrz: readonly string[] | null,
): RecognisedKind | null {
  const coded = new Set(cardSides(codes, mrz));
  let best: { readonly kind: PaperKind; readonly over: number } | null = null;
  for (const each of KIND_MARKS) {
    if (each.alone === null || isExcluded(each, lines)) continue;
    const isNamed = (each.needed ?? []).some((mark) => lines.some((line) => hasPhrase(line, mark)));
    if (!isNamed) continue;
    const serial = each.serial !== undefined && printed.some((line) => each.serial?.test(line));
    const over = countMarks(each, lines) - each.alone + (coded.has(each.kind) || serial ? 2 : 0);
    if (over >= 0 && (best === null || over > best.over)) best = { kind: each.kind, over };
  }
  if (best !== null)
    return { kind: best.kind, official: null, confidence: best.over > 0 ? 0.97 : MARKS_ALONE };
  const [only, ...others] = coded;
  return only !== undefined && others.length === 0
    ? { kind: only, official: null, confidence: MARKS_ALONE }
    : null;
}

/** Sides that may carry what was decoded: a QR tells the generation, and each has it on another side. */
function cardSides(codes: readonly ReadCode[], mrz: readonly string[] | null): readonly PaperKind[] {
  const sides: PaperKind[] = [];
  for (const { format, text } of codes) {
    if (format !== 'qr' || !looksLikeCardQr(text)) continue;
    const card = parseCardQr(text);
    if (card.ok) sides.push(card.value.generation === 'chip-card' ? 'chip-card-front' : 'identity-card-back');
  }
  // Which of the two backs, only the print tells: with a QR of the newer card on the same side it is that one.
  if (mrz !== null && sides.length === 0) sides.push('chip-card-back', 'identity-card-back');
  return sides;
}

const officialTitle = (title: CompactLine): OfficialKind | null =>
  OFFICIAL_TITLES.find(([each]) => beginsWith(title, each))?.[1] ?? null;

/** Zones of NĐ 30/2020: motto on the right, number and body on the left, title or `V/v`. */
function official(head: PageHead, titles: readonly CompactLine[]): RecognisedKind | null {
  const numbered = head.left.some((line) => /(^|[^a-z])s[o0]\s*[:.;]/.test(line.bare));
  const about = head.left.some((line) => /^[^a-z]*v\s*\/\s*v\b/.test(line.bare));
  const title = titles.map(officialTitle).find((each) => each !== null) ?? null;
  const zones = Number(head.motto && head.left.length > 0) + Number(numbered);
  if (title !== null && zones > 0) {
    return { kind: 'official-document', official: title, confidence: zones === 2 ? 0.98 : 0.9 };
  }
  if (about && numbered) return { kind: 'official-document', official: 'official-letter', confidence: 0.95 };
  return zones === 2 ? { kind: 'official-document', official: 'other', confidence: MARKS_ALONE } : null;
}
