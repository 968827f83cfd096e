import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { percentile } from '../median.ts';
import { atLeast, atMost, type ReportRow, shown } from '../report.ts';
import { openCounterDesk } from './counter-desk.ts';
import { type EvalPage, evalPages } from './evalset.ts';
import { watchTree } from './watch-tree.ts';

const FEW = 20;
const MANY = 200;
const LONGEST_MS = 600_000;
const KEY_EVERY_MS = 120;
const LOOK_EVERY_MS = 1000;

/** One full page in four: the others have half a page of print, so that two hundred are read in a few minutes. */
const PAGES = ['vn05', 'vn09', 'vn19', 'vn09'] as const;

/**
 * Two hundred pages are handed in while the officer types: how long a key takes to be seen, and the memory of all the
 * desk's processes beside that of the first twenty pages.
 */
export async function measureBundleInWindow(): Promise<readonly ReportRow[]> {
  const scans = PAGES.flatMap((start) => evalPages().filter(({ name }) => name.startsWith(`real/${start}_`)));
  if (scans.length === 0) return [atLeast('pages to read', 0, '', 1)];
  const folder = await mkdtemp(join(tmpdir(), 'bench-bundle-'));
  const desk = await openCounterDesk();
  const memory = watchTree(desk.mark, LOOK_EVERY_MS, true);
  try {
    const files = await differentPages(scans, folder);
    await desk.hand(files.slice(0, FEW));
    await desk.untilRead(LONGEST_MS);
    const few = memory.takePeak();

    await watchKeys(desk.page);
    const startedMs = performance.now();
    const read = desk.hand(files.slice(FEW)).then(() => desk.untilRead(LONGEST_MS));
    await typeUntil(desk.page, read);
    const seconds = (performance.now() - startedMs) / 1000;
    const many = memory.takePeak();
    const paints = await desk.page.evaluate(() => (window as unknown as { keyPaints: number[] }).keyPaints);
    return [
      atMost('200 pages: from key to paint, p95', percentile(paints, 0.95), 'ms', 50),
      shown('200 pages: from key to paint, median', percentile(paints, 0.5), 'ms'),
      shown('200 pages: from key to paint, worst', percentile(paints, 1), 'ms'),
      shown('200 pages: keys pressed', paints.length, ''),
      atMost('200 pages: memory above that of 20 pages', many.own - few.own, 'MB', 150),
      shown('20 pages: memory of all processes, peak', few.own, 'MB'),
      shown('200 pages: memory of all processes, peak', many.own, 'MB'),
      shown('20 pages: the same with shares of programs', few.withPrograms, 'MB'),
      shown('200 pages: the same with shares of programs', many.withPrograms, 'MB'),
      shown('180 pages more: from files to text', seconds, 's'),
    ];
  } finally {
    memory.stop();
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same bytes would be the same page: each has a comment of its own. */
async function differentPages(scans: readonly EvalPage[], folder: string): Promise<readonly string[]> {
  const jpegs = await Promise.all(
    scans.map(async ({ path }) =>
      sharp(await readFile(path))
        .toColourspace('srgb')
        .jpeg({ quality: 80 })
        .withDensity(200)
        .toBuffer(),
    ),
  );
  const files: string[] = [];
  for (let at = 0; at < MANY; at += 1) {
    const jpeg = jpegs[at % jpegs.length] ?? Buffer.alloc(0);
    const file = join(folder, `${String(at).padStart(3, '0')}.jpg`);
    await writeFile(file, withComment(jpeg, `page ${at}`));
    files.push(file);
  }
  return files;
}

/** A comment segment (FF FE) behind the start of the picture. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(comment), jpeg.subarray(2)]);
}

/** From the key's own time to the end of the frame that shows it. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const paints: number[] = [];
    Object.assign(window, { keyPaints: paints });
    window.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => paints.push(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        }),
      { capture: true },
    );
  });

async function typeUntil(page: Page, end: Promise<void>): Promise<void> {
  let ended = false;
  const ending = end.finally(() => {
    ended = true;
  });
  // A desk that goes down ends the typing first; why it went is told by what is awaited below.
  ending.catch(() => {
    ended = true;
  });
  await page.getByLabel('Điện thoại').click();
  for (let key = 0; !ended; key += 1) {
    await page.keyboard.press(key % 10 < 5 ? String(key % 10) : 'Backspace');
    await new Promise((settle) => setTimeout(settle, KEY_EVERY_MS));
  }
  await ending;
}
