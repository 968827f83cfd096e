import type { PaperKind } from '../../paper/paper-kind.ts';
import type { Candidate } from '../candidate.ts';
import { type PrintedLine, printedLine, wordsBetween } from '../printed-line.ts';
import { personIn } from '../values/name-value.ts';
import { parseValue } from '../values/parse-value.ts';
import type { ValueSort } from '../values/parsed-value.ts';

type Find = (lines: readonly PrintedLine[]) => Candidate | null;

/** A serial stands alone at the foot of the page, or in its corner. */
const serial =
  (sort: ValueSort): Find =>
  (lines) => {
    for (const line of [...lines].reverse()) {
      const parsed = parseValue(sort, line.text);
      if (parsed === null || line.text.length > parsed.to - parsed.from + 6) continue;
      return {
        name: 'certificate-serial',
        sort,
        value: parsed.value,
        raw: line.text.slice(parsed.from, parsed.to),
        words: wordsBetween(line, parsed.from, parsed.to),
        sureness: parsed.sureness,
      };
    }
    return null;
  };

/** Every line with the one under it: a sentence breaks anywhere. */
const pairsOf = (lines: readonly PrintedLine[]): readonly PrintedLine[] =>
  lines.map((line, at) => printedLine([...line.words, ...(lines[at + 1]?.words ?? [])]));

/** `tôi Nguyễn Văn An, công chứng viên …` of the notary's words. */
const notary: Find = (all) => {
  for (const line of pairsOf(all)) {
    const label = /(?:^|[\s,(])toi(?: la)?:?\s+/.exec(line.bare);
    if (label === null || !/cong chung vien/.test(line.bare.slice(label.index))) continue;
    const from = label.index + label[0].length;
    const found = personIn(line.text.slice(from));
    if (found === null) continue;
    return {
      name: 'notary-name',
      sort: 'name',
      value: found.value,
      raw: found.value,
      words: wordsBetween(line, from + found.from, from + found.to),
      sureness: found.sureness,
    };
  }
  return null;
};

const OFFICE =
  /(?:V[aă]n ph[oò]ng c[oô]ng ch[uứ]ng|Ph[oò]ng c[oô]ng ch[uứ]ng s[oố]) (?:\d+|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,4})/u;

const office: Find = (all) => {
  for (const line of pairsOf(all)) {
    const match = OFFICE.exec(line.text);
    if (match === null) continue;
    const name = match[0];
    return {
      name: 'notary-office',
      sort: 'text',
      value: name,
      raw: name,
      words: wordsBetween(line, match.index, match.index + name.length),
      sureness: 0.95,
    };
  }
  return null;
};

const FINDERS: Readonly<Partial<Record<PaperKind, readonly Find[]>>> = {
  'land-certificate-before-2024': [serial('serial-6')],
  'land-certificate-2024': [serial('serial-8')],
  'notarised-contract': [notary, office],
};

/** What a kind has without a label: serials and the notary. */
export const unlabelledFields = (
  lines: readonly PrintedLine[],
  kind: PaperKind | null,
): readonly Candidate[] =>
  kind === null ? [] : (FINDERS[kind] ?? []).map((find) => find(lines)).filter((found) => found !== null);
