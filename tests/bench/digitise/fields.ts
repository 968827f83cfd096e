import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadField } from '../../../src/shared/domain/paper/paper.ts';
import { isDoubtful } from '../../../src/shared/domain/reading/candidate.ts';
import type { RecognisedKind } from '../../../src/shared/domain/reading/kinds/recognised-kind.ts';
import { drawForms } from '../../support/forms/draw-forms.ts';
import { atMost, type ReportRow, shown } from '../report.ts';
import { evalset } from './evalset.ts';
import { runReadCommand } from './read-command.ts';
import { HEADS } from './real-heads.ts';

/** A page and what is truly on it, fields in the form in which they are kept. */
export type TruePage = {
  readonly file: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, string>>;
};
export type FieldsRead = { readonly kind: RecognisedKind | null; readonly fields: readonly ReadField[] };

/** Never the seed that the confidence was calibrated with (11). */
const SEED = 2026;
const FORMS = 66;
const MOST_SURE_WRONG_PERCENT = 0.5;

type Count = { n: number; exact: number; missing: number; sure: number; sureWrong: number };

/** Names are compared without case: a card prints capitals, its QR has small letters. */
const comparable = (name: string, value: string): string => {
  const tidy = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  return /-name$|^representative$/.test(name) ? tidy.toLocaleLowerCase('vi') : tidy;
};

/**
 * Fields and kinds as `read` gives them against the truth: exact match for each kind and field, confusion of kinds, and
 * how many of the fields that the desk would call sure are wrong.
 */
export async function measureFieldsOf(
  pages: readonly TruePage[],
  read: (files: readonly string[]) => Promise<ReadonlyMap<string, FieldsRead>>,
): Promise<readonly ReportRow[]> {
  const answers = await read(pages.map(({ file }) => file));
  const counts = new Map<string, Count>();
  const confusion = new Map<string, number>();
  const total: Count = { n: 0, exact: 0, missing: 0, sure: 0, sureWrong: 0 };
  for (const page of pages) {
    const answer = answers.get(page.file);
    const pair = `${page.kind} → ${answer?.kind?.kind ?? 'unknown'}`;
    confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
    for (const [name, value] of Object.entries(page.fields)) {
      const key = `${page.kind} · ${name}`;
      const count = counts.get(key) ?? { n: 0, exact: 0, missing: 0, sure: 0, sureWrong: 0 };
      counts.set(key, count);
      const found = answer?.fields.find((field) => field.name === name);
      const exact = found !== undefined && comparable(name, found.value) === comparable(name, value);
      const sure = found !== undefined && !isDoubtful(found);
      for (const each of [count, total]) {
        each.n += 1;
        each.exact += Number(exact);
        each.missing += Number(found === undefined);
        each.sure += Number(sure);
        each.sureWrong += Number(sure && !exact);
      }
      if (sure && !exact) console.log(`sure and wrong: ${page.file} ${name}: ${found.value} (is ${value})`);
    }
  }
  console.log('field (exact / all; sure, of these wrong)');
  for (const [key, { n, exact, sure, sureWrong }] of [...counts].sort()) {
    console.log(`${key.padEnd(60)} ${exact} / ${n}; ${sure}, ${sureWrong}`);
  }
  console.log('kinds');
  for (const [pair, n] of [...confusion].sort()) console.log(`${pair.padEnd(80)} ${n}`);
  const right = pages.filter(({ file, kind }) => (answers.get(file)?.kind?.kind ?? null) === kind).length;
  const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100);
  return [
    shown('kinds recognised', percent(right, pages.length), '%'),
    shown('fields exact', percent(total.exact, total.n), '%'),
    shown('fields marked sure', percent(total.sure, total.n), '%'),
    atMost('sure fields that are wrong', percent(total.sureWrong, total.sure), '%', MOST_SURE_WRONG_PERCENT),
  ];
}

type CardTruth = {
  readonly id_number: string;
  readonly full_name: string;
  readonly date_of_birth: string;
  readonly sex: string;
  readonly nationality: string;
  readonly place_of_origin: string;
  readonly residence: string;
  readonly issue_date: string;
  readonly expiry_date: string;
  readonly files: { readonly front: string; readonly back: string };
};

const isoDay = (day: string): string => `${day.slice(4)}-${day.slice(2, 4)}-${day.slice(0, 2)}`;

/** The cards of the pages kept beside the project, both sides. */
function cardPages(): readonly TruePage[] {
  const folder = join(evalset, 'ids');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file): readonly TruePage[] => {
      const card = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CardTruth;
      const person = {
        'personal-id': card.id_number,
        'birth-date': isoDay(card.date_of_birth),
        sex: card.sex,
        'expiry-date': isoDay(card.expiry_date),
      };
      return [
        {
          file: join(folder, card.files.front),
          kind: 'chip-card-front',
          fields: {
            ...person,
            'person-name': card.full_name,
            nationality: card.nationality,
            'place-of-origin': card.place_of_origin,
            residence: card.residence,
          },
        },
        {
          file: join(folder, card.files.back),
          kind: 'chip-card-back',
          fields: { ...person, 'issue-date': isoDay(card.issue_date) },
        },
      ];
    });
}

const headPages = (): readonly TruePage[] =>
  Object.entries(HEADS)
    .map(([file, fields]) => ({ file: join(evalset, file), kind: 'official-document', fields }))
    .filter(({ file }) => existsSync(file));

const readByCommand = async (files: readonly string[]): Promise<ReadonlyMap<string, FieldsRead>> => {
  const { pages } = await runReadCommand(files);
  // The command prints kind and fields of each page; `ReadPage` names only what other measures need.
  return new Map(pages.map((page) => [page.file, page as unknown as FieldsRead]));
};

/** Cards and heads of real pages kept beside the project, and freshly drawn forms, through `npm run read`. */
export async function measureFields(): Promise<readonly ReportRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-forms-'));
  try {
    const forms = await drawForms(folder, { seed: SEED, count: FORMS });
    const drawn = forms.map(({ file, kind, fields }): TruePage => ({ file, kind, fields }));
    return await measureFieldsOf([...cardPages(), ...headPages(), ...drawn], readByCommand);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
