import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { startPracticeCity } from '../../../build/start/start-practice-city.ts';
import { readJournal } from '../../demo/count-truth.ts';
import { killChild } from '../../support/ending-child.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { type DeskOptions, type OpenDesk, openDesk, startUnwatchedDesk } from '../../support/open-desk.ts';
import { cutPower } from '../../support/process-tree.ts';
import { pagesFolder } from '../citizens.ts';
import { beginShift, type Day } from '../counter-work.ts';
import { createScreenOracle } from '../screen-oracle.ts';
import { checkDesk, checkFacts } from './check-desk.ts';
import { type CityAtEnd, drainAndCheckCity } from './drain-and-check-city.ts';
import { createFoundViolations } from './found-violations.ts';
import { createLimitedTurns } from './limited-turns.ts';
import { placePrinter } from './printed-papers.ts';
import { placeQuickReader } from './quick-reader.ts';
import { screenText } from './screen-text.ts';
import { pause, waitUntil } from './wait-until.ts';

const TAKE_CARRIED = resolve(import.meta.dirname, '../../city/carry/take.ts');
const LENT_MS = 180_000;
/** For one step of the script or one start, on a machine that many share. */
const PATIENCE_MS = 120_000;
const CITY_STARTS_MS = 180_000;
const CITY_STOPS_MS = 60_000;
/** The end of a run drains the queue of all its turns. */
const END_TIMES = 2;

export type ChaosBranchOptions = {
  /** Names the temporary folder. */
  readonly name: string;
  /** A built desk other than the project's own. */
  readonly app?: string;
  /** Where in the branch's folder the desk's profile lies; `desk` when left out. */
  readonly profileIn?: string;
  /** Told when the folder is there and before anything starts. */
  readonly prepare?: (root: string) => Promise<void>;
  /** Undoes `prepare`, after the desk's last process and before the folder goes. */
  readonly tidy?: (root: string) => Promise<void>;
};

/** A desk whose power may go at any moment, its city in a process of its own, and what watches both from outside. */
export async function openChaosBranch(options: ChaosBranchOptions) {
  const root = await mkdtemp(join(tmpdir(), `chaos-${options.name}-`));
  await options.prepare?.(root);
  const profile = join(root, options.profileIn ?? 'desk');
  const cityData = join(root, 'city');
  const oracle = createScreenOracle(join(root, 'oracle.jsonl'));
  const printer = await placePrinter(root);
  const violations = createFoundViolations();
  const day: Day = { folder: pagesFolder(root), citizens: new Map(), n: 0 };
  await mkdir(day.folder);
  const reader = await placeQuickReader(root);
  let city = await startPracticeCity(cityData, 0, CITY_STARTS_MS);
  const plug = await startLinePlug(city.url);
  let latest: OpenDesk | null = null;
  const enrolCode = Object.values(city.codes)[0];

  const optionsFor = (env: Readonly<Record<string, string>>): DeskOptions => ({
    profile,
    cityUrl: plug.url,
    enrolCode,
    env: { ...env, PATH: [printer.programs, reader.programs, process.env.PATH].join(delimiter) },
    switches: reader.switches,
    patienceMs: PATIENCE_MS,
    ...(options.app === undefined ? {} : { app: options.app }),
  });
  const open = async (env: Readonly<Record<string, string>> = {}): Promise<OpenDesk> => {
    const desk = await openDesk(optionsFor(env));
    latest = desk;
    await desk.orGone(oracle.watch(desk.page));
    return desk;
  };
  const check = async ({ page, orGone }: OpenDesk): Promise<void> =>
    violations.keep(await orGone(checkDesk(page, { oracle, printer, citizens: day.citizens })));
  /** Opens without anybody signing in: a desk that knows that its journal was put back lets nobody. */
  const openAndCheckFacts = async (): Promise<void> => {
    const { page, close, orGone } = await open();
    // Nobody signs in here, which elsewhere waits until main has opened its journal.
    const answers = () =>
      readJournal(page).then(
        () => true,
        () => false,
      );
    await orGone(waitUntil('the journal answers', answers, LENT_MS));
    violations.keep(await orGone(checkFacts(page, { oracle, printer, citizens: day.citizens })));
    await close();
  };
  const killCity = async (): Promise<void> => {
    await killChild(city.child);
    city = await startPracticeCity(cityData, 0, CITY_STARTS_MS);
    plug.aim(city.url);
  };
  const stopCity = async (): Promise<void> => {
    const stopped = await Promise.race([city.stop().then(() => true), pause(CITY_STOPS_MS)]);
    if (stopped !== true) await killChild(city.child);
  };
  /** The city has one process at a time on its database: it stops, takes the file of a stick and answers on it. */
  const takeCarried = async (file: string, stick: string): Promise<void> => {
    await stopCity();
    const took = spawnSync(process.execPath, [TAKE_CARRIED, file, '--out', stick, '--data', cityData], {
      encoding: 'utf8',
      timeout: CITY_STARTS_MS,
    });
    city = await startPracticeCity(cityData, 0, CITY_STARTS_MS);
    plug.aim(city.url);
    if (took.status !== 0) throw new Error(`the city refused the stick: ${took.stdout}${took.stderr}`);
  };
  const screen = async (): Promise<string> => (latest === null ? '' : screenText(latest.page));
  const turns = createLimitedTurns({ end: () => cutPower(profile), screen, keep: violations.keep });

  return {
    root,
    profile,
    oracle,
    printer,
    violations,
    day,
    plug,
    /** Runs one turn within its limit (limited-turns.ts). */
    turn: turns.turn,
    turnsRow: turns.row,
    open,
    /** A start that is to be cut: nobody watches it. */
    startUnwatched: (env: Readonly<Record<string, string>> = {}) => startUnwatchedDesk(optionsFor(env)),
    /** A folder beside the profile; made when it is not there. */
    folder: async (name: string): Promise<string> => {
      const path = join(root, name);
      await mkdir(path, { recursive: true });
      return path;
    },
    check,
    openAndCheckFacts,
    /** Kills the city's process and starts it again on its database. */
    killCity,
    takeCarried,
    cutPower: () => cutPower(profile),
    /** The first start needs the line once: enrolment, catalogue, numbers. */
    beginFirstDay: (env: Readonly<Record<string, string>> = {}): Promise<void> =>
      turns.first(async () => {
        const { page, close, orGone } = await open(env);
        await orGone(beginShift(page));
        const areLent = async () =>
          (await readJournal(page)).some(({ fact }) => fact.type === 'number-lease-received');
        if (!(await orGone(waitUntil('numbers lent', areLent, LENT_MS))))
          throw new Error('no numbers were lent on the first day');
        await close();
      }),
    /** Opens, signs in and holds the desk to all that was promised so far. */
    openAndCheck: async (env: Readonly<Record<string, string>> = {}): Promise<OpenDesk> => {
      const desk = await open(env);
      await desk.orGone(beginShift(desk.page));
      await check(desk);
      return desk;
    },
    /** The faults are over: the queue must empty, and the city, stopped, is counted. */
    end: async (): Promise<CityAtEnd> => {
      const counted = await turns.turn(
        () => 'the end of the run',
        async () => {
          const desk = await open();
          await desk.orGone(beginShift(desk.page));
          await check(desk);
          await plug.plugIn();
          return drainAndCheckCity({ desk, oracle, violations, cityData, stopCity });
        },
        END_TIMES,
      );
      if (counted !== null) return counted;
      violations.keep([{ rule: 'script', what: 'the run found no end: the city was not counted' }]);
      return { dossiers: 0, acknowledged: 0, rows: [] };
    },
    close: async (): Promise<void> => {
      await cutPower(profile);
      if (city.child.exitCode === null && city.child.signalCode === null) await stopCity();
      await plug.close();
      await options.tidy?.(root);
      await rm(root, { recursive: true, force: true });
    },
  };
}
export type ChaosBranch = Awaited<ReturnType<typeof openChaosBranch>>;
