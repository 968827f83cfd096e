import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startPracticeCity } from '../../build/start/start-practice-city.ts';
import { atLeast, atMost, shown } from '../bench/report.ts';
import { readJournal } from '../demo/count-truth.ts';
import { type LinePlug, startLinePlug } from '../support/line-plug.ts';
import { openDesk } from '../support/open-desk.ts';
import { cutPower } from '../support/process-tree.ts';
import { type Random, seededRandom } from '../support/seeded-random.ts';
import type { ChaosOutcome } from './chaos-run.ts';
import { pagesFolder } from './citizens.ts';
import { readCity } from './city-truth.ts';
import { beginShift, type Day, workOn } from './counter-work.ts';
import { codesOnLineScreen, findLostPages, readLine } from './desk-truth.ts';
import { checkCity, checkJournal } from './invariants.ts';
import { createScreenOracle, type ScreenOracle } from './screen-oracle.ts';
import type { Violation } from './violation.ts';

export type KillOptions = {
  readonly seed: number;
  readonly runs: number;
  /** A disk that loses what it said was written: takes the journal back to its start of the round. To show that the run bites. */
  readonly forgetfulDisk?: boolean;
};

const START_KILL_SHARE = 0.2;
const CITY_KILL_SHARE = 0.25;
const DRAIN_MS = 120_000;

const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

/** The line goes up and down by itself, and sometimes swallows a reply, until it is stopped. */
function shakeLine(plug: LinePlug, random: Random): () => Promise<void> {
  let on = true;
  const shaking = (async () => {
    while (on) {
      await pause(random.between(300, 2500));
      if (!on) return;
      if (random.chance(0.5)) await plug.unplug();
      else {
        if (random.chance(0.4)) plug.loseReplies(1, random.chance(0.5) ? 'POST' : 'PATCH');
        if (random.chance(0.2)) plug.cutAfterSending(Math.floor(random.between(200, 20_000)));
        await plug.plugIn();
      }
    }
  })();
  return () => {
    on = false;
    return shaking;
  };
}

/** What must hold whenever the desk is open. */
async function checkDesk(page: Page, oracle: ScreenOracle, day: Day): Promise<readonly Violation[]> {
  const events = await readJournal(page);
  const found = [...checkJournal(events, oracle.all(), day.citizens)];
  const onScreen = await codesOnLineScreen(page);
  const held = events.flatMap(({ fact }) => (fact.type === 'dossier-received' ? [fact] : []));
  for (const { code } of held)
    if (!onScreen.has(code)) found.push({ rule: 'I6', what: `${code} is on no row of the line screen` });
  const acknowledged = new Set(oracle.all().map(({ code }) => code));
  const pages = held
    .filter(({ code }) => acknowledged.has(code))
    .flatMap(({ content }) => content.papers.flatMap((paper) => paper.pages.map(({ sha256 }) => sha256)));
  for (const sha256 of await findLostPages(page, [...new Set(pages)]))
    found.push({ rule: 'I1', what: `page ${sha256.slice(0, 8)} is not in the page store as it came` });
  return found;
}

async function waitUntil(what: string, holds: () => Promise<boolean>, limitMs: number): Promise<boolean> {
  const untilMs = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > untilMs) {
      console.log(`  gave up after ${limitMs / 1000} s: ${what}`);
      return false;
    }
    await pause(200);
  }
  return true;
}

/** Kills the whole process tree of a working desk `runs` times and looks for anything that was promised and is gone. */
export async function runKills({ seed, runs, forgetfulDisk = false }: KillOptions): Promise<ChaosOutcome> {
  const startedMs = performance.now();
  const random = seededRandom(seed);
  const root = await mkdtemp(join(tmpdir(), 'chaos-kill-'));
  const profile = join(root, 'desk');
  const cityData = join(root, 'city');
  const oracle = createScreenOracle(join(root, 'oracle.jsonl'));
  const day: Day = { folder: pagesFolder(root), citizens: new Map(), n: 0 };
  await mkdir(day.folder);
  let city = await startPracticeCity(cityData);
  const plug = await startLinePlug(city.url);
  const enrolCode = Object.values(city.codes)[0];
  const found = new Map<string, Violation>();
  const keep = (violations: readonly Violation[]): void => {
    for (const violation of violations) {
      const key = `${violation.rule} ${violation.what}`;
      if (!found.has(key)) console.log(`  ✘ ${key}`);
      found.set(key, violation);
    }
  };
  const open = async () => {
    const desk = await openDesk({ profile, cityUrl: plug.url, enrolCode });
    await oracle.watch(desk.page);
    return desk;
  };
  const settled = { kills: 0, cityKills: 0, duringStart: 0 };

  try {
    // The first start needs the line once: enrolment, catalogue, numbers.
    const first = await open();
    await beginShift(first.page);
    await waitUntil(
      'numbers lent',
      async () => (await readJournal(first.page)).some(({ fact }) => fact.type === 'number-lease-received'),
      30_000,
    );
    await first.close();

    for (let run = 1; run <= runs; run += 1) {
      const killsCity = random.chance(CITY_KILL_SHARE);
      const killsStart = !forgetfulDisk && run > 1 && random.chance(START_KILL_SHARE);
      const workMs = random.between(1500, 11_000);
      const startMs = random.between(150, 3500);
      const stopShaking = shakeLine(plug, seededRandom(Math.floor(random.next() * 1e9)));
      if (killsStart) {
        const opening = open().catch(() => null);
        await pause(startMs);
        await cutPower(profile);
        await opening;
        settled.duringStart += 1;
      } else {
        const { page } = await open();
        await beginShift(page);
        keep(await checkDesk(page, oracle, day));
        if (forgetfulDisk)
          await cp(join(profile, 'desk/journal'), join(root, 'old-journal'), {
            recursive: true,
            force: true,
          });
        const before = oracle.all().length;
        const working = workOn(page, day, random).catch((end: Error) => end);
        if (forgetfulDisk)
          await waitUntil('a dossier shown', async () => oracle.all().length > before, 60_000);
        else await Promise.race([pause(workMs), working]);
        await cutPower(profile);
        const end = await working;
        if (!/closed|crash|destroyed|detached|Target|ECONN/i.test(end.message)) {
          console.log(`  the script stopped by itself: ${end.message.split('\n')[0]}`);
          keep([{ rule: 'script', what: end.message.split('\n').slice(0, 3).join(' ') }]);
        }
        if (forgetfulDisk) {
          await rm(join(profile, 'desk/journal'), { recursive: true });
          await cp(join(root, 'old-journal'), join(profile, 'desk/journal'), { recursive: true });
        }
      }
      settled.kills += 1;
      await stopShaking();
      if (killsCity) {
        city.child.kill('SIGKILL');
        await new Promise((gone) =>
          city.child.exitCode === null && city.child.signalCode === null
            ? city.child.once('exit', gone)
            : gone(null),
        );
        city = await startPracticeCity(cityData);
        plug.aim(city.url);
        settled.cityKills += 1;
      }
      const seconds = Math.round((performance.now() - startedMs) / 1000);
      console.log(
        `  kill ${run}/${runs} ${killsStart ? `${Math.round(startMs)} ms into the start` : `after ${Math.round(workMs)} ms of work`}${killsCity ? ', city too' : ''}: ${oracle.all().length} promises, ${found.size} violations, ${seconds} s`,
      );
    }

    const last = await open();
    await beginShift(last.page);
    keep(await checkDesk(last.page, oracle, day));
    await plug.plugIn();
    const drainStartedMs = performance.now();
    const complete = async (): Promise<boolean> => {
      const line = await readLine(last.page);
      return line !== null && line.unsentEvents === 0 && line.unsentPages === 0;
    };
    await last.page.getByRole('button', { name: 'Thử ngay' }).click();
    if (!(await waitUntil('nothing unsent', complete, forgetfulDisk ? 5000 : DRAIN_MS)))
      keep([{ rule: 'I7', what: `the queue does not empty: ${JSON.stringify(await readLine(last.page))}` }]);
    const drainSeconds = (performance.now() - drainStartedMs) / 1000;
    const events = await readJournal(last.page);
    // "Complete" is the city's own word and comes after the last page.
    const dossiers = events.filter(({ fact }) => fact.type === 'dossier-received').length;
    await waitUntil(
      'every row says that the city has it',
      async () =>
        (await last.page.locator('tr.list-row').filter({ hasText: 'Thành phố đã nhận lúc' }).count()) >=
        Math.min(dossiers, 5),
      forgetfulDisk ? 1000 : 30_000,
    );
    await last.close();
    await city.stop();
    const truth = await readCity(cityData);
    keep(checkCity(events, oracle.all(), truth));

    const seen = oracle.all();
    const count = (what: string): number => seen.filter((each) => each.what === what).length;
    const violationsOf = (rule: string): number =>
      [...found.values()].filter((each) => each.rule === rule).length;
    const rules: readonly (readonly [string, string])[] = [
      ['I1', 'I1 acknowledged dossiers lost or changed'],
      ['I2', 'I2 shown receipts and slips without their one dossier'],
      ['I3', 'I3 numbers given twice'],
      ['I4', 'I4 dossiers and pages that the city has not exactly once'],
      ['I5', 'I5 events whose chain, hash or signature is wrong'],
      ['I6', 'I6 dossiers unreachable from the screen'],
      ['I7', 'I7 queues that do not empty'],
      ['script', 'steps of the script that found no way on'],
    ];
    return {
      violations: [...found.values()],
      rows: [
        shown('seed', seed, ''),
        atLeast('kills of the whole process tree', settled.kills, '', runs),
        shown('of these while the desk was starting', settled.duringStart, ''),
        shown('kills of the city', settled.cityKills, ''),
        shown('dossiers in the journal', dossiers, ''),
        atLeast('dossiers that the screen acknowledged', count('received'), '', Math.ceil(runs / 6)),
        shown('receipt and slip numbers shown', count('number'), ''),
        shown('"Thành phố đã nhận" seen', count('city-has'), ''),
        shown('dossiers in the city', truth.codes.length, ''),
        shown('pages in the city', truth.pages.size, ''),
        shown('seconds until nothing was unsent', drainSeconds, 's'),
        ...rules.map(([rule, what]) => atMost(what, violationsOf(rule), '', 0)),
        shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
      ],
    };
  } finally {
    await cutPower(profile);
    if (city.child.exitCode === null && city.child.signalCode === null) await city.stop();
    await plug.close();
    await rm(root, { recursive: true, force: true });
  }
}
