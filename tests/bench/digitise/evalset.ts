import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { comparable, letterErrorRate } from '../../support/letter-errors.ts';

/** Pages with exact transcripts, kept beside the project; `EVALSET` names another folder of the same shape. */
export const evalset = resolve(
  process.env.EVALSET ?? resolve(import.meta.dirname, '../../../../shared/evalset'),
);
const FOLDERS = ['real', 'rendered', 'ids'] as const;

/** A picture with a transcript beside it; `name` as in `baseline.tsv`: `real/vn05….png`. */
export type EvalPage = { readonly name: string; readonly path: string };

const transcriptOf = (picture: string): string => picture.replace(/\.\w+$/, '.txt');

/** A multi-page file has one transcript for all and is not among them. Empty where the folder is not there. */
export function evalPages(): readonly EvalPage[] {
  return FOLDERS.filter((folder) => existsSync(join(evalset, folder))).flatMap((folder) =>
    readdirSync(join(evalset, folder))
      .filter((file) => /\.(?:png|jpe?g|tiff?)$/.test(file))
      .map((file) => ({ name: `${folder}/${file}`, path: join(evalset, folder, file) }))
      .filter(({ path }) => existsSync(transcriptOf(path)))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
  );
}

/** `real/vn05…` is in `real` and in `real vn`. */
export function groupsOf({ name }: EvalPage): readonly string[] {
  const [folder = '', file = ''] = name.split('/');
  return folder === 'real' ? ['real', `real ${file.slice(0, 2)}`] : [folder];
}

/** The names say which pages lie upside-down. */
export const turnOf = ({ name }: EvalPage): number => (/rot180|nguoc180/.test(name) ? 180 : 0);

/** Share of letters read wrong; receipts have their transcript in capitals and are compared without case. */
export function errorRateOf({ path }: EvalPage, read: string): number {
  const withoutCase = basename(path).includes('sroie');
  const truth = readFileSync(transcriptOf(path), 'utf8');
  return letterErrorRate(comparable(truth, withoutCase), comparable(read, withoutCase));
}

/** Letters read wrong by Debian's own tesseract on the page as it is, from `baseline.tsv`. */
export function baselineRates(): ReadonlyMap<string, number> {
  const file = join(evalset, 'baseline.tsv');
  if (!existsSync(file)) return new Map();
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', rate = ''] = line.split('\t');
      return [name, Number(rate)];
    }),
  );
}

const EVERY = 3;

/** Twenty scans of 200 and 300 dpi: every rendered page, and every third of the real Vietnamese ones. */
export function twentyScans(): readonly EvalPage[] {
  const pages = evalPages();
  const rendered = pages.filter(({ name }) => name.startsWith('rendered/'));
  const real = pages.filter(({ name }) => name.startsWith('real/vn'));
  return [...rendered, ...real.filter((_, at) => at % EVERY === 0)].slice(0, 20);
}

/** Real Vietnamese scans that are not among these: something to read before the clock runs. */
export function scansBesides(scans: readonly EvalPage[]): readonly EvalPage[] {
  const measured = new Set(scans.map(({ name }) => name));
  return evalPages().filter(({ name }) => name.startsWith('real/vn') && !measured.has(name));
}
