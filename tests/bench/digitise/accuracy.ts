import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../median.ts';
import { atLeast, atMost, type ReportRow, shown } from '../report.ts';
import {
  baselineRates,
  type EvalPage,
  errorRateOf,
  evalPages,
  evalset,
  groupsOf,
  turnOf,
} from './evalset.ts';
import { type ReadPage, runReadCommand } from './read-command.ts';

/** Most letters wrong, in percent; receipts in English and cards are only shown. */
const MEDIAN_BOUNDS: Readonly<Record<string, number>> = { 'real vn': 0.9, rendered: 2 };
const NO_RENDERED_PAGE_ABOVE = 10;
const WORST = 10;

type Measured = EvalPage & { readonly read: ReadPage; readonly errorRate: number };

/**
 * Letters read wrong on every page with a transcript, beside Debian's own tesseract on the same pages as they are
 * (`baseline.tsv`); pages turned rightly; what cards carry as QR and as machine-readable zone.
 */
export async function measureAccuracy(): Promise<readonly ReportRow[]> {
  const all = evalPages();
  if (all.length === 0) {
    console.log(`No pages to read: ${evalset} is not here. Nothing is measured.`);
    return [atLeast('pages read', 0, '', 1)];
  }
  const run = await runReadCommand(all.map(({ path }) => path));
  const byPath = new Map(run.pages.map((page) => [page.file, page]));
  const measured = all.flatMap((page): readonly Measured[] => {
    const read = byPath.get(page.path);
    return read === undefined ? [] : [{ ...page, read, errorRate: errorRateOf(page, read.text) }];
  });
  const native = baselineRates();
  tell(measured, native);

  const wronglyTurned = measured.filter((page) => page.read.rotationDegrees !== turnOf(page));
  const rendered = measured.filter(({ name }) => name.startsWith('rendered/'));
  return [
    atMost('pages not read', all.length - measured.length, '', 0),
    atMost('pages turned wrongly', wronglyTurned.length, '', 0),
    ...groupRows(measured, native),
    atMost(
      'rendered: letters wrong, worst page',
      Math.max(0, ...rendered.map(({ errorRate }) => errorRate * 100)),
      '%',
      NO_RENDERED_PAGE_ABOVE,
    ),
    ...cardRows(measured),
    shown('from page to text, median', median(measured.map(({ read }) => read.seconds)), 's'),
    shown('all pages, start included', run.seconds / all.length, 's a page'),
  ];
}

function groupRows(measured: readonly Measured[], native: ReadonlyMap<string, number>): readonly ReportRow[] {
  const groups = new Set(measured.flatMap(groupsOf));
  return [...groups].flatMap((group): readonly ReportRow[] => {
    const inGroup = measured.filter((page) => groupsOf(page).includes(group));
    const ours = median(inGroup.map(({ errorRate }) => errorRate)) * 100;
    const theirs = median(inGroup.map(({ name }) => native.get(name) ?? Number.NaN)) * 100;
    const bound = MEDIAN_BOUNDS[group];
    const what = `${group}: letters wrong, median of ${inGroup.length}`;
    return [
      bound === undefined ? shown(what, ours, '%') : atMost(what, ours, '%', bound),
      shown(`${group}: native tesseract`, theirs, '%'),
    ];
  });
}

/** Cards have their truth in a JSON of their own, one for both sides: `id1.json` of `ids/id1_….jpg`. */
function cardRows(measured: readonly Measured[]): readonly ReportRow[] {
  let codes = 0;
  let codesRead = 0;
  let digits = 0;
  let digitsRead = 0;
  for (const { name, path, read } of measured) {
    const card = /^ids\/(id\d+)_.*(front|back)/.exec(name);
    const file = join(path, '..', `${card?.[1]}.json`);
    if (card === null || !existsSync(file)) continue;
    const truth = JSON.parse(readFileSync(file, 'utf8')) as { qr: string; mrz: readonly string[] };
    if (card[2] === 'front') {
      codes += 1;
      if (read.codes.some(({ text }) => text === truth.qr)) codesRead += 1;
    } else {
      const [printed, found] = [truth.mrz, read.mrz ?? []].map((lines) => digitsOf(lines.join('\n')));
      digits += printed?.length ?? 0;
      digitsRead += [...(printed ?? '')].filter((digit, at) => found?.[at] === digit).length;
    }
  }
  if (codes === 0) return [];
  return [
    atLeast('cards: QR read', codesRead, `of ${codes}`, codes),
    atLeast('cards: MRZ digits right', digitsRead / Math.max(1, digits), 'of all', 5 / 6),
  ];
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

const percent = (rate: number | undefined): string => ((rate ?? Number.NaN) * 100).toFixed(2).padStart(7);

function tell(measured: readonly Measured[], native: ReadonlyMap<string, number>): void {
  for (const { name, errorRate, read } of measured) {
    console.log(
      `${name.padEnd(48)}${percent(errorRate)} %  native${percent(native.get(name))} %  ${read.seconds.toFixed(1).padStart(5)} s  ${read.kind?.kind ?? ''}`,
    );
  }
  const worst = measured
    .filter(({ name }) => !name.startsWith('real/en'))
    .sort((one, other) => other.errorRate - one.errorRate)
    .slice(0, WORST);
  console.log(`Worst ${WORST}, English left out: ${worst.map(({ name }) => name).join(', ')}`);
}
