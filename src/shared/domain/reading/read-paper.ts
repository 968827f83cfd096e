import type { LocalDate } from '../../base/dates.ts';
import { foldText } from '../../base/fold-text.ts';
import { Sha256 } from '../../base/ids.ts';
import type { FieldSource, PageBox, ReadField } from '../paper/paper.ts';
import type { PaperFieldName } from '../paper/paper-field-name.ts';
import { AGREED, confidenceOf, DECODED, UNCONFIRMED_ID } from './calibration.ts';
import type { Candidate } from './candidate.ts';
import { type CodeField, codeFields, mrzFields } from './codes/code-fields.ts';
import { readMrz } from './codes/mrz-card.ts';
import type { Contradiction } from './contradictions/contradiction.ts';
import { type Evidence, findContradictions } from './contradictions/find-contradictions.ts';
import { saidInWords } from './contradictions/in-words.ts';
import { formOf } from './fields/form-of.ts';
import { labelledFields } from './fields/labelled-fields.ts';
import { unlabelledFields } from './fields/unlabelled-fields.ts';
import { findDocumentNumber } from './head/document-number.ts';
import { findDocumentTitle } from './head/document-title.ts';
import { findIssueDate } from './head/issue-date.ts';
import { heldAgainstSymbol } from './head/issuer-of-symbol.ts';
import { findIssuingBody } from './head/issuing-body.ts';
import { pageHead } from './head/page-head.ts';
import { recogniseKind } from './kinds/recognise-kind.ts';
import type { RecognisedKind } from './kinds/recognised-kind.ts';
import { boxAround, engineLines, type PrintedLine } from './printed-line.ts';
import type { PrintedWord } from './printed-word.ts';
import type { ReadCode } from './read-code.ts';
import { findPersonName } from './values/person-name.ts';

export type ReadPage = {
  /** In reading order, marks repaired; boxes are fractions of the upright page. */
  readonly words: readonly PrintedWord[];
  readonly sha256: string;
  /** Day in Hà Nội; a paper cannot have been issued later. */
  readonly today: LocalDate;
  readonly codes?: readonly ReadCode[];
  /** Three lines as they were read; null when the page has none. */
  readonly mrz?: readonly string[] | null;
  /** The words are a PDF's own, not read from a picture. */
  readonly fromTextLayer?: boolean;
};

export type ReadPaper = {
  readonly kind: RecognisedKind | null;
  /** At most one of each name; a proposal, an officer confirms. */
  readonly fields: readonly ReadField[];
  readonly contradictions: readonly Contradiction[];
};

const IDS: ReadonlySet<PaperFieldName> = new Set([
  'personal-id',
  'old-id',
  'mother-personal-id',
  'father-personal-id',
  'wife-personal-id',
  'husband-personal-id',
  'first-party-id',
  'second-party-id',
]);

/** What one page is, what it says, and where it speaks against itself (RULES.md). */
export function readPaper(page: ReadPage): ReadPaper {
  const { words, codes = [], mrz = null, today } = page;
  const kind = recogniseKind({ words, codes, mrz });
  const lines = engineLines(words);
  const zone = mrz === null ? null : readMrz(mrz, today);
  const decoded = [...codeFields(codes), ...(zone === null ? [] : mrzFields(zone))];
  const printed = printedFields(page, kind, lines);
  const fields = merged(printed, decoded, Sha256.parse(page.sha256));
  const evidence: readonly Evidence[] = [
    ...fields,
    ...decoded.map((each) => ({ ...each, confidence: DECODED })),
    ...printed,
  ];
  const contradictions = findContradictions({ evidence, words: saidInWords(lines), mrz: zone });
  return { kind, fields, contradictions };
}

/** A fifth of a pixel on A4 at 200 dpi; whole numbers of the processor would be a third of what a dossier weighs on the line. */
const rounded = (fraction: number): number => Math.round(fraction * 10_000) / 10_000;

const roundedBox = (box: PageBox | null): PageBox | null =>
  box === null
    ? null
    : { x: rounded(box.x), y: rounded(box.y), width: rounded(box.width), height: rounded(box.height) };

type Printed = Candidate & { readonly source: FieldSource; readonly confidence: number };

/** What is read from print: behind the kind's labels first, then where any paper has it. */
function printedFields(
  page: ReadPage,
  kind: RecognisedKind | null,
  lines: readonly PrintedLine[],
): readonly Printed[] {
  if (page.words.length === 0) return [];
  const head = pageHead(page.words);
  const form = formOf(kind?.kind ?? null);
  const number = findDocumentNumber(head, lines);
  const zones = [
    number,
    findIssueDate(head, lines, page.today),
    findDocumentTitle(head, lines),
    heldAgainstSymbol(findIssuingBody(head), number),
  ].filter((found) => found !== null);
  const labelled = [...labelledFields(lines, form), ...unlabelledFields(lines, kind?.kind ?? null)];
  const person = form.fields.some(({ name }) => name === 'person-name') ? null : findPersonName(lines);
  const all = [
    ...labelled.map((found) => withSource(found, 'page', page)),
    ...zones.map((found) => withSource(found, 'zone', page)),
    ...(person === null ? [] : [withSource(person, 'page', page)]),
  ];
  const wanted = new Set<PaperFieldName>([...form.generic, ...form.fields.map(({ name }) => name)]);
  return all.filter(
    ({ name }, at) => wanted.has(name) && all.findIndex((other) => other.name === name) === at,
  );
}

const withSource = (
  found: Candidate,
  source: 'page' | 'zone',
  { fromTextLayer = false }: ReadPage,
): Printed => ({
  ...found,
  source: fromTextLayer ? 'text-layer' : source,
  confidence: confidenceOf(found, fromTextLayer),
});

/**
 * QR and bars before the zone for machines before print [RD-13]. A second source that says the same makes sure; an id
 * number without one never is [RD-9]. The box is the printed one where there is one: that is what an officer compares.
 */
function merged(
  printed: readonly Printed[],
  decoded: readonly CodeField[],
  page: Sha256,
): readonly ReadField[] {
  const names = [...new Set([...printed, ...decoded].map(({ name }) => name))];
  return names.map((name): ReadField => {
    const print = printed.find((each) => each.name === name);
    const code = decoded.find((each) => each.name === name);
    const agree = [...decoded, ...printed].filter(
      (each) => each.name === name && foldText(each.value) === foldText(code?.value ?? print?.value ?? ''),
    ).length;
    const alone = code === undefined ? (print?.confidence ?? 0) : DECODED;
    const confidence = agree > 1 ? AGREED : IDS.has(name) ? Math.min(alone, UNCONFIRMED_ID) : alone;
    return {
      name,
      value: code?.value ?? print?.value ?? '',
      raw: print?.raw ?? code?.value ?? '',
      page,
      box: roundedBox(
        print === undefined || print.words.length === 0 ? (code?.box ?? null) : boxAround(print.words),
      ),
      confidence: rounded(confidence),
      source: code?.source ?? print?.source ?? 'page',
    };
  });
}
