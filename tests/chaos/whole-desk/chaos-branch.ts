import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticeCity } from '../../../build/start/start-practice-city.ts';
import { readJournal } from '../../demo/count-truth.ts';
import { killChild } from '../../support/ending-child.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { type OpenDesk, openDesk } from '../../support/open-desk.ts';
import { cutPower } from '../../support/process-tree.ts';
import { pagesFolder } from '../citizens.ts';
import { beginShift, type Day } from '../counter-work.ts';
import { createScreenOracle } from '../screen-oracle.ts';
import { checkDesk, checkFacts } from './check-desk.ts';
import { type CityAtEnd, drainAndCheckCity } from './drain-and-check-city.ts';
import { createFoundViolations } from './found-violations.ts';
import { placePrinter } from './printed-papers.ts';
import { waitUntil } from './wait-until.ts';

const LENT_MS = 60_000;

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
  let city = await startPracticeCity(cityData);
  const plug = await startLinePlug(city.url);
  const enrolCode = Object.values(city.codes)[0];

  const open = async (env: Readonly<Record<string, string>> = {}): Promise<OpenDesk> => {
    const desk = await openDesk({
      profile,
      cityUrl: plug.url,
      enrolCode,
      env: { ...printer.env, ...env },
      ...(options.app === undefined ? {} : { app: options.app }),
    });
    await desk.orGone(oracle.watch(desk.page));
    return desk;
  };
  const check = async ({ page, orGone }: OpenDesk): Promise<void> =>
    violations.keep(await orGone(checkDesk(page, { oracle, printer, citizens: day.citizens })));
  /** Opens without anybody signing in: a desk that knows that its journal was put back lets nobody. */
  const openAndCheckFacts = async (): Promise<void> => {
    const { page, close, orGone } = await open();
    violations.keep(await orGone(checkFacts(page, { oracle, printer, citizens: day.citizens })));
    await close();
  };
  const killCity = async (): Promise<void> => {
    await killChild(city.child);
    city = await startPracticeCity(cityData);
    plug.aim(city.url);
  };

  return {
    root,
    profile,
    oracle,
    printer,
    violations,
    day,
    plug,
    open,
    check,
    openAndCheckFacts,
    /** Kills the city's process and starts it again on its database. */
    killCity,
    cutPower: () => cutPower(profile),
    /** The first start needs the line once: enrolment, catalogue, numbers. */
    beginFirstDay: async (env: Readonly<Record<string, string>> = {}): Promise<void> => {
      const { page, close, orGone } = await open(env);
      await orGone(beginShift(page));
      const areLent = async () =>
        (await readJournal(page)).some(({ fact }) => fact.type === 'number-lease-received');
      await orGone(waitUntil('numbers lent', areLent, LENT_MS));
      await close();
    },
    /** Opens, signs in and holds the desk to all that was promised so far. */
    openAndCheck: async (env: Readonly<Record<string, string>> = {}): Promise<OpenDesk> => {
      const desk = await open(env);
      await desk.orGone(beginShift(desk.page));
      await check(desk);
      return desk;
    },
    /** The faults are over: the queue must empty, and the city, stopped, is counted. */
    end: async (): Promise<CityAtEnd> => {
      const desk = await open();
      await desk.orGone(beginShift(desk.page));
      await check(desk);
      await plug.plugIn();
      return drainAndCheckCity({ desk, oracle, violations, cityData, stopCity: city.stop });
    },
    close: async (): Promise<void> => {
      await cutPower(profile);
      if (city.child.exitCode === null && city.child.signalCode === null) await city.stop();
      await plug.close();
      await options.tidy?.(root);
      await rm(root, { recursive: true, force: true });
    },
  };
}
export type ChaosBranch = Awaited<ReturnType<typeof openChaosBranch>>;
