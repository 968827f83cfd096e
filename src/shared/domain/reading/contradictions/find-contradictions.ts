import { LocalDate } from '../../../base/dates.ts';
import { foldText } from '../../../base/fold-text.ts';
import { crossCheckPersonalId, type Sex } from '../../applicant/personal-id.ts';
import type { FieldSource } from '../../paper/paper.ts';
import type { PaperFieldName } from '../../paper/paper-field-name.ts';
import type { MrzCard } from '../codes/mrz-card.ts';
import type { Contradiction } from './contradiction.ts';
import type { InWords } from './in-words.ts';

/** One thing that one source says of a field; several sources may say the same field. */
export type Evidence = {
  readonly name: PaperFieldName;
  readonly value: string;
  readonly source?: FieldSource | undefined;
  readonly confidence: number;
};

export type PageEvidence = {
  /** The best value of each field first, then what other sources say. */
  readonly evidence: readonly Evidence[];
  readonly words?: InWords;
  readonly mrz?: MrzCard | null;
};

/** Print below this is more likely read wrong than at odds with what was decoded. */
const WORTH_COMPARING = 0.6;
/** Fields that each source gives in the same words; addresses are set otherwise on the card than in its QR. */
const COMPARED: readonly PaperFieldName[] = [
  'personal-id',
  'person-name',
  'birth-date',
  'sex',
  'expiry-date',
  'document-number',
  'issue-date',
];
const SEXES: Readonly<Record<string, Sex>> = { Nam: 'male', Nữ: 'female' };

/**
 * Things on one paper that cannot both be true [RD-14]. Values that were read very unsurely are left out: they
 * contradict nothing, and an officer looks at them anyway. Also for the fields of several pages of a paper at once.
 */
export function findContradictions({ evidence, words, mrz = null }: PageEvidence): readonly Contradiction[] {
  const clear = evidence.filter(({ confidence }) => confidence >= WORTH_COMPARING);
  const value = (name: PaperFieldName): string | null =>
    clear.find((each) => each.name === name)?.value ?? null;
  return [
    ...betweenSources(clear, mrz),
    ...(mrz !== null && !mrz.valid ? [found('mrz-check-digit', ['personal-id'], {})] : []),
    ...idAgainstPerson(value('personal-id'), value('birth-date'), value('sex')),
    ...figuresAgainstWords(value, words),
    ...daysInOrder(value),
  ];
}

const found = (
  code: Contradiction['code'],
  fields: readonly PaperFieldName[],
  facts: Readonly<Record<string, string>>,
): Contradiction => ({ code, fields, facts });

function betweenSources(evidence: readonly Evidence[], mrz: MrzCard | null): readonly Contradiction[] {
  const between = COMPARED.flatMap((name): readonly Contradiction[] => {
    const said = evidence.filter((each) => each.name === name);
    const [first] = said;
    const other = said.find((each) => first !== undefined && !isSame(each.value, first.value));
    if (first === undefined || other === undefined) return [];
    return [found('sources-differ', [name], { first: first.value, second: other.value })];
  });
  const name = evidence.find((each) => each.name === 'person-name')?.value;
  // A zone for machines has no marks and cuts long names off.
  const cut = mrz?.bareName == null ? null : foldText(mrz.bareName);
  if (name === undefined || cut === null || mrz === null || !mrz.valid) return between;
  const same = foldText(name) === cut || (cut.length >= 25 && foldText(name).startsWith(cut));
  return same
    ? between
    : [...between, found('sources-differ', ['person-name'], { first: name, second: mrz.bareName ?? '' })];
}

const isSame = (one: string, other: string): boolean => foldText(one) === foldText(other);

function idAgainstPerson(
  personalId: string | null,
  born: string | null,
  sex: string | null,
): readonly Contradiction[] {
  if (personalId === null) return [];
  const birthDate = LocalDate.safeParse(born);
  const warnings = crossCheckPersonalId(
    personalId,
    birthDate.success ? birthDate.data : null,
    SEXES[sex ?? ''] ?? null,
  );
  const facts = {
    id: personalId,
    ...(born === null ? {} : { bornDate: born }),
    ...(sex === null ? {} : { sex }),
  };
  const fields: Readonly<Record<(typeof warnings)[number], readonly PaperFieldName[]>> = {
    'personal-id-birth-year': ['personal-id', 'birth-date'],
    'personal-id-sex': ['personal-id', 'sex'],
    'personal-id-province': ['personal-id'],
  };
  return warnings.map((code) => found(code, fields[code], facts));
}

function figuresAgainstWords(
  value: (name: PaperFieldName) => string | null,
  words: InWords | undefined,
): readonly Contradiction[] {
  const born = value('birth-date');
  const amount = value('price') ?? value('charter-capital');
  const name = value('price') === null ? 'charter-capital' : 'price';
  return [
    ...(words?.day != null && born !== null && words.day !== born
      ? [found('date-figures-words', ['birth-date'], { figuresDate: born, wordsDate: words.day })]
      : []),
    ...(words?.amountVnd != null && amount !== null && words.amountVnd !== Number(amount)
      ? [found('amount-figures-words', [name], { figuresVnd: amount, wordsVnd: String(words.amountVnd) })]
      : []),
  ];
}

function daysInOrder(value: (name: PaperFieldName) => string | null): readonly Contradiction[] {
  const [born, issued, expires] = [value('birth-date'), value('issue-date'), value('expiry-date')];
  return [
    ...(issued !== null && expires !== null && expires < issued
      ? [
          found('expiry-before-issue', ['issue-date', 'expiry-date'], {
            issuedDate: issued,
            expiresDate: expires,
          }),
        ]
      : []),
    ...(born !== null && issued !== null && issued < born
      ? [found('issue-before-birth', ['birth-date', 'issue-date'], { bornDate: born, issuedDate: issued })]
      : []),
  ];
}
