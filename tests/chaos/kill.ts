import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { atLeast, shown } from '../bench/report.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { type Random, seededRandom } from '../support/seeded-random.ts';
import { type ChaosOptions, type ChaosOutcome, never } from './chaos-run.ts';
import { timeOneCitizen, workOn } from './counter-work.ts';
import { cameByTheCut } from './whole-desk/came-by-the-cut.ts';
import { type ChaosBranch, openChaosBranch } from './whole-desk/chaos-branch.ts';
import { shakeLine } from './whole-desk/shaken-line.ts';
import { pause, waitUntil } from './whole-desk/wait-until.ts';

export type KillOptions = ChaosOptions & {
  /** A disk that loses what it said was written: takes the journal back to its start of the round. To show that the run bites. */
  readonly forgetfulDisk?: boolean;
  /** Another build of the desk, and what its processes find in their environment. */
  readonly app?: string;
  readonly env?: Readonly<Record<string, string>>;
};

const START_KILL_SHARE = 0.2;
const CITY_KILL_SHARE = 0.25;
/** When the power goes: shares of what a start and one citizen take on this machine. */
const START_SHARES = [0.05, 1] as const;
const WORK_SHARES = [0.1, 1.7] as const;
const A_DOSSIER_MS = 150_000;

/** The power goes while the desk starts. */
async function killStart(branch: ChaosBranch, startMs: number, env: KillOptions['env']): Promise<void> {
  branch.startUnwatched(env);
  await pause(startMs);
  await branch.cutPower();
}

/** Works until `until`, then the power goes. */
async function killWork(
  branch: ChaosBranch,
  { page, orGone }: OpenDesk,
  random: Random,
  until: () => Promise<unknown>,
): Promise<void> {
  const working = orGone(workOn(page, branch.day, random)).catch((end: Error) => end);
  await Promise.race([until(), working]);
  await branch.cutPower();
  const end = await working;
  if (!cameByTheCut(end))
    branch.violations.keep([{ rule: 'script', what: end.message.split('\n').slice(0, 3).join(' ') }]);
}

/** What a start and a citizen take when nothing goes wrong. */
async function timeWork(branch: ChaosBranch, random: Random) {
  const startedMs = performance.now();
  const desk = await branch.openAndCheck();
  const startMs = performance.now() - startedMs;
  const citizenMs = await desk.orGone(timeOneCitizen(desk.page, branch.day, random));
  await desk.close();
  return { startMs, citizenMs };
}

/** Kills the whole process tree of a working desk `runs` times and looks for anything that was promised and is gone. */
export async function runKills(options: KillOptions): Promise<ChaosOutcome> {
  const { seed, runs, stopAsked = never, forgetfulDisk = false, env } = options;
  const startedMs = performance.now();
  const random = seededRandom(seed);
  const branch = await openChaosBranch({
    name: 'kill',
    ...(options.app === undefined ? {} : { app: options.app }),
  });
  const journal = join(branch.profile, 'desk/journal');
  const oldJournal = join(branch.root, 'old-journal');
  const settled = { kills: 0, cityKills: 0, duringStart: 0 };

  try {
    await branch.beginFirstDay();
    const pace = forgetfulDisk
      ? null
      : await branch.turn(
          () => 'the first citizen',
          () => timeWork(branch, random),
        );
    if (pace === null && !forgetfulDisk) throw new Error('the first citizen was not received');
    const { startMs: aStartMs, citizenMs } = pace ?? { startMs: 0, citizenMs: 0 };
    let asked = 0;
    for (let run = 1; run <= runs && !stopAsked(); run += 1) {
      asked = run;
      const killsCity = random.chance(CITY_KILL_SHARE);
      const killsStart = !forgetfulDisk && run > 1 && random.chance(START_KILL_SHARE);
      const startMs = aStartMs * random.between(...START_SHARES);
      const workMs = citizenMs * random.between(...WORK_SHARES);
      const shaking = seededRandom(Math.floor(random.next() * 1e9));
      const working = seededRandom(Math.floor(random.next() * 1e9));
      const when = killsStart
        ? `${Math.round(startMs)} ms into the start`
        : `after ${Math.round(workMs)} ms of work`;
      let phase = 'start';
      const killed = await branch.turn(
        () => `kill ${run} ${when}, ${phase}`,
        async () => {
          const stopShaking = shakeLine(branch.plug, shaking);
          try {
            if (killsStart) await killStart(branch, startMs, env);
            else {
              const desk = await branch.openAndCheck(env);
              if (forgetfulDisk) await cp(journal, oldJournal, { recursive: true, force: true });
              const before = branch.oracle.all().length;
              const aDossier = async () => branch.oracle.all().length > before;
              phase = 'work';
              await killWork(branch, desk, working, () =>
                forgetfulDisk ? waitUntil('a dossier shown', aDossier, A_DOSSIER_MS) : pause(workMs),
              );
            }
          } finally {
            phase = 'end of the shaking line';
            await stopShaking();
          }
          if (forgetfulDisk) {
            await rm(journal, { recursive: true });
            await cp(oldJournal, journal, { recursive: true });
          }
          phase = 'city';
          if (killsCity) await branch.killCity();
          return true;
        },
      );
      if (killed !== null) {
        settled.kills += 1;
        if (killsStart) settled.duringStart += 1;
        if (killsCity) settled.cityKills += 1;
      }
      const seconds = Math.round((performance.now() - startedMs) / 1000);
      console.log(
        `  kill ${run}/${runs} ${when}${killsCity ? ', city too' : ''}: ${branch.oracle.all().length} promises, ${branch.violations.all().length} violations, ${seconds} s`,
      );
    }
    if (forgetfulDisk) {
      await branch.turn(() => 'the check of the facts', branch.openAndCheckFacts);
      return { violations: branch.violations.all(), rows: [shown('seed', seed, '')] };
    }
    const end = await branch.end();
    return {
      violations: branch.violations.all(),
      rows: [
        shown('seed', seed, ''),
        atLeast('kills of the whole process tree', settled.kills, '', Math.ceil(asked * 0.95)),
        branch.turnsRow(),
        shown('one citizen without a kill', citizenMs / 1000, 's'),
        shown('of these while the desk was starting', settled.duringStart, ''),
        shown('kills of the city', settled.cityKills, ''),
        atLeast(
          'dossiers acknowledged, enough to mean something',
          end.acknowledged,
          '',
          Math.ceil(asked / 6),
        ),
        ...end.rows,
        ...branch.violations.rows(),
        shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
      ],
    };
  } finally {
    await branch.close();
  }
}
