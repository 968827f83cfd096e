import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { makeReading } from '../../../src/main/page-images/make-reading.ts';
import { measurePage } from '../../../src/main/page-images/measure-page.ts';
import { judgePage } from '../../../src/main/page-images/quality/judge-page.ts';
import type { PageQuality } from '../../../src/shared/contracts/bridge/page-quality.ts';
import { pageOnTable } from '../../main/page-images/page-on-table.ts';
import { SPOILS, spoil } from '../../main/page-images/spoilt-pages.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { median } from '../median.ts';
import { atLeast, atMost, type ReportRow, shown } from '../report.ts';
import { type EvalPage, evalPages } from './evalset.ts';

/** Scans and renderings of Vietnamese office pages and the two cards that lie on a scanner: nothing is wrong with them. */
const GOOD = /\/(?:vn|rd|id1|id3)/;
/** Photographed on a table; it cannot be put on another one. */
const PHOTOGRAPHED = /rd16/;
/** Spoils that each page gets, so that all are tried on about as many pages. */
const SPOILS_A_PAGE = 3;
const PAGES_ON_TABLES = 12;
const MOST_TILT_DEGREES = 10;

const judge = async (bytes: Buffer): Promise<PageQuality> =>
  judgePage(bytes, { rotation: 0, measure: await measurePage(bytes) });

const share = (part: number, all: number): number => (all === 0 ? 0 : (part / all) * 100);

/** What the desk sees of a picture without reading it: flaws, tilt, edges; seeded, on real and rendered pages. */
export async function measureImaging(): Promise<readonly ReportRow[]> {
  const good = evalPages().filter(({ name }) => GOOD.test(name));
  if (good.length === 0) {
    console.log('No pages to look at: ../shared/evalset is not here. Nothing is measured.');
    return [shown('pages looked at', 0, '')];
  }
  const flat = good.filter(({ name }) => !PHOTOGRAPHED.test(name) && !name.startsWith('ids/'));
  return [
    ...(await falseFlaws(good)),
    ...(await spoiltFound(flat)),
    ...(await tilts(flat)),
    ...(await edges(flat.slice(0, PAGES_ON_TABLES))),
    ...(await preparation(good)),
  ];
}

async function falseFlaws(pages: readonly EvalPage[]): Promise<readonly ReportRow[]> {
  let wrong = 0;
  let cut = 0;
  for (const { name, path } of pages) {
    const bytes = readFileSync(path);
    const { density } = await sharp(bytes).metadata();
    const { flaws, foundCut } = await judge(bytes);
    // a page that says itself that it has 144 dpi is told so rightly
    const said = flaws.filter(({ code }) => code !== 'page-low-resolution' || (density ?? 0) >= 195);
    if (said.length > 0) {
      wrong++;
      console.log(`${name}: ${said.map(({ code }) => code).join(', ')}`);
    }
    if (foundCut !== null && !PHOTOGRAPHED.test(name)) cut++;
  }
  return [
    atMost(`good pages with a flaw said, of ${pages.length}`, share(wrong, pages.length), '%', 2),
    atMost('scans cut by themselves though all of them is paper', cut, '', 0),
  ];
}

async function spoiltFound(pages: readonly EvalPage[]): Promise<readonly ReportRow[]> {
  const counts = new Map(SPOILS.map((how) => [how, { made: 0, found: 0 }]));
  for (const [at, { name, path }] of pages.entries()) {
    for (let nth = 0; nth < SPOILS_A_PAGE; nth++) {
      const how = SPOILS[(at * SPOILS_A_PAGE + nth) % SPOILS.length] ?? 'blur';
      const { picture, flaw } = await spoil(readFileSync(path), how, at * 10 + nth);
      const count = counts.get(how);
      if (count === undefined) continue;
      count.made++;
      const { flaws } = await judge(picture);
      if (flaws.some(({ code }) => code === flaw)) count.found++;
      else console.log(`${name}: ${how} not found`);
    }
  }
  const all = [...counts.values()];
  const made = all.reduce((sum, count) => sum + count.made, 0);
  const found = all.reduce((sum, count) => sum + count.found, 0);
  return [
    atLeast(`spoilt pages found, of ${made}`, share(found, made), '%', 95),
    ...[...counts].map(([how, count]) =>
      shown(`spoilt pages found: ${how}, of ${count.made}`, share(count.found, count.made), '%'),
    ),
  ];
}

async function tilts(pages: readonly EvalPage[]): Promise<readonly ReportRow[]> {
  const errors: number[] = [];
  for (const [at, { path, name }] of pages.entries()) {
    const random = seededRandom(at).next;
    const bytes = readFileSync(path);
    const { skewDegrees: own } = await measurePage(bytes, 'whole');
    const most = MOST_TILT_DEGREES - Math.abs(own);
    const turn = Math.round((random() * 2 - 1) * most * 100) / 100;
    const tilted = await sharp(bytes)
      .flatten({ background: 'white' })
      .rotate(turn, { background: 'white' })
      .jpeg()
      .toBuffer();
    const error = Math.abs((await measurePage(tilted, 'whole')).skewDegrees - own - turn);
    if (error >= 0.3) console.log(`${name}: turned by ${turn}°, ${error.toFixed(2)}° wrong`);
    errors.push(error);
  }
  const within = errors.filter((error) => error < 0.3).length;
  return [
    atLeast(`tilts within 0.3°, of ${errors.length}`, share(within, errors.length), '%', 97),
    shown('tilt: median error', median(errors), '°'),
  ];
}

async function edges(pages: readonly EvalPage[]): Promise<readonly ReportRow[]> {
  const errors: number[] = [];
  for (const [at, { path }] of pages.entries()) {
    const { picture, corners } = await pageOnTable(readFileSync(path), at);
    const { paper } = await measurePage(picture);
    const off = (paper?.corners ?? []).flatMap(({ x, y }, corner) => [
      Math.abs(x - (corners[corner]?.x ?? 0)),
      Math.abs(y - (corners[corner]?.y ?? 0)),
    ]);
    errors.push(off.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...off));
  }
  const within = errors.filter((error) => error < 0.01).length;
  return [
    atLeast(
      `photographed pages found within 1 %, of ${errors.length}`,
      share(within, errors.length),
      '%',
      95,
    ),
  ];
}

/** Processor time of a reading picture, measuring included; the largest office pages only. */
async function preparation(pages: readonly EvalPage[]): Promise<readonly ReportRow[]> {
  const seconds: number[] = [];
  for (const { path } of pages.filter(({ name }) => /rd\d+_.*_300/.test(name) && !PHOTOGRAPHED.test(name))) {
    const bytes = readFileSync(path);
    await makeReading(bytes, { rotation: 0 });
    const before = process.cpuUsage();
    await makeReading(bytes, { rotation: 0 });
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  return seconds.length === 0
    ? []
    : [shown('reading picture of a 300-dpi colour A4, processor time', median(seconds), 's')];
}
