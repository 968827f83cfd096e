import type { Candidate } from '../candidate.ts';
import { type Label, type LabelCell, labelCells } from '../labels/label-cells.ts';
import type { PrintedLine } from '../printed-line.ts';
import { parseValue } from '../values/parse-value.ts';
import type { ParsedValue } from '../values/parsed-value.ts';
import { endsInProvince } from '../values/provinces.ts';
import { inColumns } from './columns.ts';
import type { FieldForm, FieldSpec, Heading } from './field-form.ts';

type Wanted = { readonly spec: FieldSpec } | { readonly heading: Heading };
/** All specs and headings that share a label: which of them is meant, the part of the paper tells. */
type Meanings = readonly Wanted[];

/** A label with letters read wrong may be another one. */
const SPOILT_LABEL = 0.97;
/** Values that take more than a line, where their last one may be missing. */
const GOES_ON: ReadonlySet<FieldSpec['sort']> = new Set(['name', 'text', 'capitals']);
const PERHAPS_CUT = 0.7;

/**
 * The values behind a kind's labels, at most one of each name, in the order of the page [RD-12]. The first that has the
 * shape of its field is taken.
 */
export function labelledFields(lines: readonly PrintedLine[], form: FieldForm): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  let section: string | null = null;
  for (const cell of labelCells(inColumns(lines, form), labelsOf(form))) {
    const heading = cell.name.find((each) => 'heading' in each);
    const meant = cell.name
      .flatMap((each) => ('spec' in each ? [each.spec] : []))
      .filter(
        (spec) => spec.section === undefined || spec.section === section || spec.opens === spec.section,
      );
    for (const spec of meant) {
      if (found.has(spec.name)) continue;
      const candidate = candidateOf(spec, cell);
      if (candidate !== null) found.set(spec.name, candidate);
    }
    const opens =
      meant.find((spec) => spec.opens !== undefined)?.opens ??
      (heading as { heading: Heading } | undefined)?.heading.opens;
    if (opens !== undefined) section = opens;
  }
  return [...found.values()];
}

/** One label per phrase, so that a phrase used in two parts of a paper is found once. */
function labelsOf({ fields, headings }: FieldForm): readonly Label<Meanings>[] {
  const byPhrase = new Map<string, { meanings: Wanted[]; atStart: boolean }>();
  const add = (phrase: string, atStart: boolean, wanted: Wanted): void => {
    const before = byPhrase.get(phrase);
    if (before === undefined) byPhrase.set(phrase, { meanings: [wanted], atStart });
    else before.meanings.push(wanted);
  };
  for (const spec of fields) for (const phrase of spec.phrases) add(phrase, spec.atStart === true, { spec });
  for (const heading of headings)
    for (const phrase of heading.phrases) add(phrase, heading.atStart === true, { heading });
  return [...byPhrase].map(([phrase, { meanings, atStart }]) => ({
    name: meanings,
    phrases: [phrase],
    atStart,
  }));
}

function candidateOf(spec: FieldSpec, cell: LabelCell<Meanings>): Candidate | null {
  const text = cell.text.slice(0, spec.sort === 'address' ? addressEnd(spec, cell) : textEnd(spec, cell));
  const parsed = parseValue(spec.sort, text);
  if (parsed === null) return null;
  return {
    name: spec.name,
    sort: spec.sort,
    value: parsed.value,
    raw: text.slice(parsed.from, parsed.to),
    words: cell.wordsOf(parsed.from, parsed.to),
    sureness: surenessOf(parsed, spec, cell),
  };
}

const surenessOf = (parsed: ParsedValue, { sort }: FieldSpec, cell: LabelCell<Meanings>): number =>
  parsed.sureness *
  (cell.errors === 0 ? 1 : SPOILT_LABEL) *
  (cell.perhapsCut && GOES_ON.has(sort) && parsed.to >= cell.text.trimEnd().length - 2 ? PERHAPS_CUT : 1);

/** An address is over with the line that ends in a province, unless a comma says that it goes on. */
function addressEnd(spec: FieldSpec, cell: LabelCell<Meanings>): number {
  const most = textEnd(spec, cell);
  const whole = cell.lineEnds.find(
    (end) => end <= most && endsInProvince(cell.text.slice(0, end).replace(/[.\s…]+$/u, '')),
  );
  return whole ?? most;
}

/** The label's line and as many under it as the field may fill; one more where its own line is empty, as on cards. */
function textEnd({ lines = 1 }: FieldSpec, { lineEnds, text }: LabelCell<Meanings>): number {
  const own = lineEnds[0] ?? 0;
  const empty = !/[\p{L}\d]/u.test(text.slice(0, own));
  const last = Math.min(lineEnds.length, lines + (empty ? 1 : 0)) - 1;
  return lineEnds[last] ?? own;
}
