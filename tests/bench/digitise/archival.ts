import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { median } from '../median.ts';
import { atMost, type ReportRow, shown } from '../report.ts';
import { type EvalPage, errorRateOf, evalPages } from './evalset.ts';
import { runReadCommand } from './read-command.ts';
import { cpuSecondsOfChildren, watchTree } from './watch-tree.ts';

/** Ten colour scans as a feeder gives them, of 200 and 300 dpi: eight rendered with seals, pens, tilt and noise, two real. */
const SCANS = [
  'rd01_quyetdinh_300',
  'rd03_thongbao_200',
  'rd05_kehoach_300',
  'rd07_bienban_300',
  'rd09_giaytiepnhan_bang_300',
  'rd11_haicot_300',
  'rd19_kehoach_mucnhat_200',
  'rd21_totrinh_kydechu_200',
  'vn30_tt150-2020_p05_chuky',
  'vn33_tt148-2020_p03',
];
const ROUNDS = 3;
const MOST_TIME = 0.35;
const MOST_SIZE = 1;
const KILOBYTE = 1024;

/** The same from page to page, as OCRmyPDF is run in offices: Vietnamese, straightened, PDF/A. */
const OCRMYPDF = ['-l', 'vie', '--deskew', '--output-type', 'pdfa', '-j2', '--quiet'];

const scans = (): readonly EvalPage[] => {
  const pages = evalPages();
  return SCANS.flatMap((scan) => pages.find(({ path }) => basename(path).startsWith(scan)) ?? []);
};

function run(program: string, words: readonly string[]): string {
  const ran = spawnSync(program, words, {
    encoding: 'utf8',
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ran.status !== 0) throw new Error(`${program} ended with ${ran.status}`);
  return ran.stdout;
}

/** Letters wrong in the text layer of each page, as anybody gets it who copies from the file. */
const textErrors = (pdf: string, pages: readonly EvalPage[]): readonly number[] =>
  pages.map((page, at) =>
    errorRateOf(page, run('pdftotext', ['-f', String(at + 1), '-l', String(at + 1), pdf, '-'])),
  );

/**
 * `npm run bench -- digitise archival`: ten colour scans to a PDF/A with text, the whole command with its start beside
 * OCRmyPDF on the same pictures. OCRmyPDF gets them as a PDF that img2pdf made without counting its time.
 */
export async function measureArchival(): Promise<readonly ReportRow[]> {
  const pages = scans();
  if (pages.length < SCANS.length) {
    console.log(`Only ${pages.length} of ${SCANS.length} scans are here: no archival PDF is measured.`);
    return [shown('archival PDF: scans', pages.length, '')];
  }
  const files = pages.map(({ path }) => path);
  const folder = await mkdtemp(join(tmpdir(), 'bench-archival-'));
  try {
    const [ours, theirs, together] = ['ours.pdf', 'theirs.pdf', 'scans.pdf'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    const beside = ['ocrmypdf', 'img2pdf'].every((program) => existsSync(`/usr/bin/${program}`));
    if (beside) run('img2pdf', [...files, '-o', together]);
    else console.log('OCRmyPDF is not here: ours is measured alone.');

    // Builds what is stale; not counted.
    await runReadCommand(files.slice(0, 1));
    const ourSeconds: number[] = [];
    const ourCpu: number[] = [];
    const theirSeconds: number[] = [];
    const theirCpu: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { seconds, cpuSeconds } = await runReadCommand(files, ['--pdf', ours]);
      ourSeconds.push(seconds);
      ourCpu.push(cpuSeconds);
      if (!beside) continue;
      const startedMs = performance.now();
      const cpuBefore = cpuSecondsOfChildren();
      run('ocrmypdf', [...OCRMYPDF, together, theirs]);
      theirSeconds.push((performance.now() - startedMs) / 1000);
      theirCpu.push(cpuSecondsOfChildren() - cpuBefore);
    }

    const sound = spawnSync('qpdf', ['--check', ours], { stdio: 'ignore' }).status === 0;
    const ourErrors = textErrors(ours, pages);
    const kilobytes = (file: string): number => statSync(file).size / KILOBYTE / pages.length;
    const rows = [
      atMost('archival PDF: not sound (qpdf)', sound ? 0 : 1, '', 0),
      shown('archival PDF of 10 colour scans', median(ourSeconds), 's'),
      shown('archival PDF of 10 colour scans, processor', median(ourCpu), 's'),
      shown('archival PDF, a page', kilobytes(ours), 'KB'),
      shown('archival PDF, letters of the text layer wrong, median', median(ourErrors) * 100, '%'),
      shown('archival PDF, letters of the text layer wrong, worst', Math.max(...ourErrors) * 100, '%'),
    ];
    if (!beside) return rows;
    const theirErrors = textErrors(theirs, pages);
    for (const [at, page] of pages.entries()) {
      const rates = [ourErrors[at], theirErrors[at]].map((rate) =>
        ((rate ?? 0) * 100).toFixed(2).padStart(7),
      );
      console.log(`${page.name.padEnd(44)}${rates[0]} %  OCRmyPDF${rates[1]} %`);
    }
    return [
      atMost('archival PDF: time beside OCRmyPDF', median(ourSeconds) / median(theirSeconds), '×', MOST_TIME),
      atMost('archival PDF: size beside OCRmyPDF', kilobytes(ours) / kilobytes(theirs), '×', MOST_SIZE),
      ...rows,
      shown('OCRmyPDF on the same scans', median(theirSeconds), 's'),
      shown('OCRmyPDF on the same scans, processor', median(theirCpu), 's'),
      shown('OCRmyPDF, a page', kilobytes(theirs), 'KB'),
      shown('OCRmyPDF, letters of the text layer wrong, median', median(theirErrors) * 100, '%'),
      shown('OCRmyPDF, letters of the text layer wrong, worst', Math.max(...theirErrors) * 100, '%'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const SMALL_BUNDLE = 20;
const LARGE_BUNDLE = 200;
const MOST_MORE_MEGABYTES = 150;
const LOOK_EVERY_MS = 500;

/**
 * Most memory that a bundle takes on its way to one archival PDF: of all processes of the command together (desk, hidden
 * page, engines), shared parts counted once.
 */
export async function measureBundle(): Promise<readonly ReportRow[]> {
  const files = scans().map(({ path }) => path);
  if (files.length === 0) {
    console.log('No scans are here: no bundle is measured.');
    return [shown('bundle: scans', 0, '')];
  }
  const peaks = new Map<number, number>();
  for (const count of [SMALL_BUNDLE, LARGE_BUNDLE]) {
    const folder = await mkdtemp(join(tmpdir(), 'bench-bundle-'));
    try {
      // Named in the command lines of all that take part.
      const pdf = join(folder, 'bundle.pdf');
      const bundle = Array.from({ length: count }, (_, at) => files[at % files.length] ?? '');
      const tree = watchTree(folder, LOOK_EVERY_MS, true);
      const { pages } = await runReadCommand(bundle, ['--pdf', pdf]);
      tree.stop();
      peaks.set(count, tree.takePeak().own);
      if (pages.length !== count || !existsSync(pdf))
        throw new Error(`${pages.length} of ${count} pages were read`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const small = peaks.get(SMALL_BUNDLE) ?? 0;
  const large = peaks.get(LARGE_BUNDLE) ?? 0;
  return [
    atMost('200 pages to an archival PDF: more memory than 20', large - small, 'MB', MOST_MORE_MEGABYTES),
    shown('20 pages to an archival PDF: most memory, all processes', small, 'MB'),
    shown('200 pages to an archival PDF: most memory, all processes', large, 'MB'),
  ];
}
