import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { makeReading } from '../../../src/main/page-images/make-reading.ts';
import { median } from '../median.ts';
import { atLeast, atMost, type ReportRow, shown } from '../report.ts';
import { type EvalPage, errorRateOf, scansBesides, twentyScans } from './evalset.ts';
import { runNative } from './native-tesseract.ts';
import { runReadCommand } from './read-command.ts';

const ROUNDS = 3;
const NATIVE_PROCESSES = 2;

type Side = { readonly seconds: number; readonly cpuSeconds: number; readonly errorRate: number };
type Round = { readonly engines: readonly string[]; readonly ours: Side; readonly native: Side };

/** Both of the desk's engines have read a page before the clock runs. */
const PAGES_BEFORE = 2;

/**
 * Twenty pages, image to text and boxes, beside the installed tesseract with two processes, in turns, medians of three
 * rounds. A desk runs all day: what the same command needs for a blank page and two others is taken off, so that app and
 * engines run when the clock starts. Tesseract is started for each page, as it always is.
 * The bounds are those of the desk with the engine that it chose on this PC. The window's engine forced is shown beside
 * it, for a PC on which no tesseract is installed: alone, without anything around it, it needs 1.26 of native's time.
 */
export async function measureSpeed(): Promise<readonly ReportRow[]> {
  const scans = twentyScans();
  const before = scansBesides(scans).slice(0, PAGES_BEFORE);
  if (scans.length === 0) return [atLeast('pages to read', 0, '', 1)];
  const folder = await mkdtemp(join(tmpdir(), 'bench-speed-'));
  try {
    const blank = join(folder, 'blank.png');
    await writeFile(blank, await blankPage());
    // Found out before the clock runs: which engine is the quicker one here.
    const first = await runReadCommand(scans.slice(0, 6).map(({ path }) => path));
    const engines = new Set(first.pages.map(({ engine }) => engine));
    console.log(`engines so far: ${[...engines].join(', ')}`);

    const asTheyCome = await rounds(
      scans,
      [blank, ...pathsOf(before)],
      scans.map(({ path }) => path),
      [],
    );
    const warm = [blank, ...(await prepare(before, folder, 'before'))];
    const prepared = await prepare(scans, folder, 'prepared');
    const alike = await rounds(scans, warm, prepared, []);
    const inWindow = await rounds(scans, warm, prepared, ['--engine=wasm']);
    return [
      ...rows('20 scans as they come', asTheyCome, 1),
      atMost('20 scans as they come: letters wrong, ours to native', errorRatio(asTheyCome), '', 1),
      ...rows(`20 pages prepared alike, the desk's choice (${enginesOf(alike)})`, alike, 0.8),
      ...rows('20 pages prepared alike, tesseract.js', inWindow, null),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const pathsOf = (pages: readonly EvalPage[]): readonly string[] => pages.map(({ path }) => path);

const enginesOf = (measured: readonly Round[]): string =>
  [...new Set(measured.flatMap(({ engines }) => engines))].join(', ');

async function rounds(
  scans: readonly EvalPage[],
  before: readonly string[],
  files: readonly string[],
  words: readonly string[],
): Promise<readonly Round[]> {
  const done: Round[] = [];
  const errorRate = (texts: readonly (string | undefined)[]): number =>
    median(scans.map((scan, at) => errorRateOf(scan, texts[at] ?? '')));
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = await runReadCommand(before, words);
    const ran = await runReadCommand([...before, ...files], words);
    const read = files.map((file) => ran.pages.find((page) => page.file === file));
    const native = await runNative(files, NATIVE_PROCESSES);
    done.push({
      engines: [...new Set(read.flatMap((page) => page?.engine ?? []))],
      ours: {
        seconds: ran.seconds - start.seconds,
        cpuSeconds: ran.cpuSeconds - start.cpuSeconds,
        errorRate: errorRate(read.map((page) => page?.text)),
      },
      native: { ...native, errorRate: errorRate(native.texts) },
    });
  }
  return done;
}

const of = (round: readonly Round[], side: 'ours' | 'native', what: keyof Side): number =>
  median(round.map((each) => each[side][what]));

const errorRatio = (measured: readonly Round[]): number =>
  of(measured, 'ours', 'errorRate') / of(measured, 'native', 'errorRate');

/** @param least bound of the pages a minute, ours to native; null where that is only shown */
function rows(what: string, measured: readonly Round[], least: number | null): readonly ReportRow[] {
  const ratio = median(measured.map(({ ours, native }) => native.seconds / ours.seconds));
  const paceOf = `${what}: pages a minute, ours to native`;
  return [
    least === null ? shown(paceOf, ratio, '') : atLeast(paceOf, ratio, '', least),
    ...(['ours', 'native'] as const).flatMap((side) => [
      shown(`${what}: ${side}`, of(measured, side, 'seconds'), 's'),
      shown(`${what}: ${side}, processor`, of(measured, side, 'cpuSeconds'), 's'),
      shown(`${what}: ${side}, letters wrong, median`, of(measured, side, 'errorRate') * 100, '%'),
    ]),
  ];
}

/** What our own preparation makes of each scan, its resolution told in the file, for both sides alike. */
async function prepare(scans: readonly EvalPage[], folder: string, name: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const [at, { path }] of scans.entries()) {
    const { png } = await makeReading(readFileSync(path), { rotation: 0 });
    const file = join(folder, `${name}-${at}.png`);
    await writeFile(file, png);
    files.push(file);
  }
  return files;
}

const blankPage = (): Promise<Buffer> =>
  sharp({ create: { width: 827, height: 1169, channels: 3, background: 'white' } })
    .withDensity(100)
    .png()
    .toBuffer();
