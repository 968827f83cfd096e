import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { comparable, letterErrorRate } from '../support/letter-errors.ts';
import { atMost, type ReportRow, shown } from './report.ts';

const home = resolve(import.meta.dirname, '../..');
const pages = resolve(home, '../shared/evalset');
const FOLDERS = ['real', 'rendered', 'ids'] as const;
const LONGEST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Most letters wrong, in percent: measured 1.1 and 4.1; receipts in English and cards are only shown. */
const BOUNDS: Readonly<Record<string, number>> = { 'real vn': 1.5, rendered: 5 };

type Page = {
  readonly name: string;
  readonly errorRate: number;
  readonly rotationDegrees: number;
  readonly seconds: number;
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};

const groupOf = (name: string): readonly string[] => {
  const [folder = '', file = ''] = name.split('/');
  return folder === 'real' ? ['real', `real ${file.slice(0, 2)}`] : [folder];
};

/** The names say which pages lie upside-down. */
const turnOf = (name: string): number => (/rot180|nguoc180/.test(name) ? 180 : 0);

const transcriptOf = (picture: string): string => picture.replace(/\.\w+$/, '.txt');

function pagesWithTranscript(): readonly string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(pages, folder))
      .filter(
        (file) => /\.(?:png|jpg|tif)$/.test(file) && existsSync(join(pages, folder, transcriptOf(file))),
      )
      .sort()
      .map((file) => `${folder}/${file}`),
  );
}

/** The command as offices use it, in one go, and how long the whole took. */
function readAll(names: readonly string[]): { readonly pages: readonly Page[]; readonly seconds: number } {
  const startedMs = performance.now();
  const command = [join(home, 'build/read/read.ts'), '--json', ...names.map((name) => join(pages, name))];
  const ran = spawnSync(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: LONGEST_OUTPUT_BYTES,
    encoding: 'utf8',
  });
  const seconds = (performance.now() - startedMs) / 1000;
  const read = ran.stdout
    .split('\n')
    .filter(Boolean)
    .map(
      (line) => JSON.parse(line) as { file: string; text: string; rotationDegrees: number; seconds: number },
    );
  return {
    seconds,
    pages: read.map((page) => {
      const name = page.file.slice(pages.length + 1);
      const withoutCase = basename(name).includes('sroie');
      const truth = readFileSync(transcriptOf(page.file), 'utf8');
      return {
        name,
        errorRate: letterErrorRate(comparable(truth, withoutCase), comparable(page.text, withoutCase)),
        rotationDegrees: page.rotationDegrees,
        seconds: page.seconds,
      };
    }),
  };
}

function nativeErrorRates(): ReadonlyMap<string, number> {
  const [, ...lines] = readFileSync(join(pages, 'baseline.tsv'), 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', rate = ''] = line.split('\t');
      return [name, Number(rate)];
    }),
  );
}

/**
 * `npm run bench -- read`: letters read wrong on every page with a transcript, beside Debian's own tesseract on the same
 * pages as they are (`baseline.tsv`); a multi-page file has one transcript and is left out. Bounds are for Vietnamese
 * office pages: what the desk is for.
 */
export async function measure(): Promise<readonly ReportRow[]> {
  if (!existsSync(pages)) {
    console.log(`No pages to read: ${pages} is not here. Nothing is measured.`);
    return [shown('pages read', 0, '')];
  }
  const names = pagesWithTranscript();
  const { pages: read, seconds } = readAll(names);
  const native = nativeErrorRates();
  for (const { name, errorRate, seconds: took } of read) {
    const percents = [errorRate, native.get(name) ?? Number.NaN].map((rate) =>
      (rate * 100).toFixed(2).padStart(7),
    );
    console.log(
      `${name.padEnd(48)}${percents[0]} %  native${percents[1]} %  ${took.toFixed(1).padStart(5)} s`,
    );
  }

  const groups = new Set(read.flatMap(({ name }) => groupOf(name)));
  const rows = [...groups].flatMap((group): readonly ReportRow[] => {
    const inGroup = read.filter(({ name }) => groupOf(name).includes(group));
    const ours = median(inGroup.map(({ errorRate }) => errorRate)) * 100;
    const theirs = median(inGroup.map(({ name }) => native.get(name) ?? Number.NaN)) * 100;
    const bound = BOUNDS[group];
    const what = `${group}: letters wrong, median of ${inGroup.length}`;
    return [
      bound === undefined ? shown(what, ours, '%') : atMost(what, ours, '%', bound),
      shown(`${group}: native tesseract`, theirs, '%'),
    ];
  });
  const wronglyTurned = read.filter(({ name, rotationDegrees }) => rotationDegrees !== turnOf(name));
  return [
    atMost('pages not read', names.length - read.length, '', 0),
    atMost('pages turned wrongly', wronglyTurned.length, '', 0),
    ...rows,
    shown('from page to text, median', median(read.map((page) => page.seconds)), 's'),
    shown('all pages, start included', seconds / Math.max(1, read.length), 's a page'),
  ];
}
