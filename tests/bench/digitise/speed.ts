import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { makeReading } from '../../../src/main/page-images/make-reading.ts';
import { median } from '../median.ts';
import { atLeast, atMost, type ReportRow, shown } from '../report.ts';
import { type EvalPage, errorRateOf, twentyScans } from './evalset.ts';
import { runNative } from './native-tesseract.ts';
import { runReadCommand } from './read-command.ts';

const ROUNDS = 3;
const NATIVE_PROCESSES = 2;

type Side = { readonly seconds: number; readonly cpuSeconds: number; readonly errorRate: number };
type Round = { readonly ours: Side; readonly native: Side };

/**
 * Twenty pages, image to text and boxes, beside the installed tesseract with two processes, in turns, medians of three
 * rounds. The start of the app is left out, for it runs all day: what the same command needs for one blank page is taken
 * off. The start of engines is in it on both sides: tesseract's for each page, ours for the first.
 */
export async function measureSpeed(): Promise<readonly ReportRow[]> {
  const scans = twentyScans();
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
      blank,
      scans.map(({ path }) => path),
      [],
    );
    const prepared = await prepare(scans, folder);
    const alike = await rounds(scans, blank, prepared, ['--engine=wasm']);
    return [
      ...rows('20 scans as they come', asTheyCome, 1),
      atMost('20 scans as they come: letters wrong, ours to native', errorRatio(asTheyCome), '', 1),
      ...rows('20 pages prepared alike, tesseract.js', alike, 0.8),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function rounds(
  scans: readonly EvalPage[],
  blank: string,
  files: readonly string[],
  words: readonly string[],
): Promise<readonly Round[]> {
  const done: Round[] = [];
  const errorRate = (texts: readonly (string | undefined)[]): number =>
    median(scans.map((scan, at) => errorRateOf(scan, texts[at] ?? '')));
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = await runReadCommand([blank], words);
    const ran = await runReadCommand(files, words);
    const texts = files.map((file) => ran.pages.find((page) => page.file === file)?.text);
    const native = await runNative(files, NATIVE_PROCESSES);
    done.push({
      ours: {
        seconds: ran.seconds - start.seconds,
        cpuSeconds: ran.cpuSeconds - start.cpuSeconds,
        errorRate: errorRate(texts),
      },
      native: { ...native, errorRate: errorRate(native.texts) },
    });
  }
  return done;
}

const of = (round: readonly Round[], side: keyof Round, what: keyof Side): number =>
  median(round.map((each) => each[side][what]));

const errorRatio = (measured: readonly Round[]): number =>
  of(measured, 'ours', 'errorRate') / of(measured, 'native', 'errorRate');

function rows(what: string, measured: readonly Round[], least: number): readonly ReportRow[] {
  const ratio = median(measured.map(({ ours, native }) => native.seconds / ours.seconds));
  return [
    atLeast(`${what}: pages a minute, ours to native`, ratio, '', least),
    ...(['ours', 'native'] as const).flatMap((side) => [
      shown(`${what}: ${side}`, of(measured, side, 'seconds'), 's'),
      shown(`${what}: ${side}, processor`, of(measured, side, 'cpuSeconds'), 's'),
      shown(`${what}: ${side}, letters wrong, median`, of(measured, side, 'errorRate') * 100, '%'),
    ]),
  ];
}

/** What our own preparation makes of each scan, its resolution told in the file, for both sides alike. */
async function prepare(scans: readonly EvalPage[], folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const [at, { path }] of scans.entries()) {
    const { png } = await makeReading(readFileSync(path), { rotation: 0 });
    const file = join(folder, `prepared-${at}.png`);
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
