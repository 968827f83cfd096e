import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { atLeast, type ReportRow, shown } from '../../bench/report.ts';
import { type Random, seededRandom } from '../../support/seeded-random.ts';
import { buildChaosDesk } from '../chaos-build/build-chaos-desk.ts';
import type { PointsPlan } from '../chaos-build/points-plan.ts';
import type { SwitchName } from '../chaos-build/switches.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import { type Citizen, nextCitizen } from '../citizens.ts';
import { cameByTheCut } from '../whole-desk/came-by-the-cut.ts';
import { type ChaosBranch, openChaosBranch } from '../whole-desk/chaos-branch.ts';
import { findEveryPoint } from './every-point.ts';
import { type Phase, sayPhase, workInPhases } from './phased-work.ts';
import { chooseKills, type Kill, powerWent, processOf, readVisits, type Visit } from './visits.ts';

export type CrashPointsOptions = ChaosOptions & {
  /** Protection turned off while it is killed, to show that the run bites. */
  readonly off?: SwitchName;
  /** Only these visits are killed at. */
  readonly only?: (visit: Visit) => boolean;
};

const home = resolve(import.meta.dirname, '../../..');

/** The desk with a plan in its environment, and the script at it until its end or the planned point. */
function planner(branch: ChaosBranch, off: SwitchName | undefined) {
  const phaseFile = join(branch.root, 'phase');
  let turn = 0;
  return (kill: Kill | null) => {
    turn += 1;
    const plan: PointsPlan = {
      mark: branch.profile,
      log: join(branch.root, `visits-${turn}`),
      phaseFile,
      kill,
    };
    const env = {
      CHAOS_POINTS: JSON.stringify(plan),
      ...(off === undefined || kill === null ? {} : { CHAOS_OFF: off }),
    };
    return { log: plan.log, env, say: (phase: Phase) => sayPhase(phaseFile, phase) };
  };
}

/** One start and one dossier. @returns the phase that the script was in at its end, and what ended it when it was not done */
async function workOnce(
  branch: ChaosBranch,
  turn: ReturnType<ReturnType<typeof planner>>,
  citizen: Citizen,
  leftReady: boolean,
): Promise<{ readonly phase: Phase; readonly end: Error | null }> {
  let phase: Phase = 'start';
  const say = (next: Phase): void => {
    phase = next;
    turn.say(next);
  };
  await branch.plug.unplug();
  say('start');
  try {
    const desk = await branch.openAndCheck(turn.env);
    await workInPhases(branch, desk.page, citizen, leftReady, say);
    await desk.close();
    return { phase, end: null };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return { phase, end: thrown };
  } finally {
    await branch.cutPower();
  }
}

const rowsOf = (
  every: readonly string[],
  visits: readonly Visit[],
  killedAt: readonly Kill[],
): readonly ReportRow[] => {
  const points = new Set(visits.map(({ point }) => point));
  const inWindow = [...points].filter((point) => processOf(point) === 'window').length;
  return [
    shown('points in the build (before and after each await)', every.length, ''),
    shown('points that the script passes, in main', points.size - inWindow, ''),
    shown('points that the script passes, in the window', inWindow, ''),
    shown('visits: a point in one phase of the script', visits.length, ''),
    shown('points at which the power went', new Set(killedAt.map(({ point }) => point)).size, ''),
    shown('of these at a later hit than the first', killedAt.filter(({ hit }) => hit > 1).length, ''),
  ];
};

/** Names what was passed, killed at and never reached, one a line. */
async function tellNames(every: readonly string[], visits: readonly Visit[], killedAt: readonly Kill[]) {
  const reached = new Set(visits.map(({ point }) => point));
  const names = {
    killed: killedAt.map(({ phase, point, hit }) => `${phase}: ${point}, hit ${hit}`),
    passed: visits.map(({ phase, point, times }) => `${processOf(point)} ${phase}: ${point} × ${times}`),
    neverReached: every.filter((point) => !reached.has(point)),
  };
  await mkdir(join(home, 'out/chaos'), { recursive: true });
  const file = join(home, 'out/chaos/crash-points-names.json');
  await writeFile(file, `${JSON.stringify(names, null, 2)}\n`);
  console.log(`  ${names.neverReached.length} points were never reached; names in ${file}`);
}

/**
 * Lets the power go at named points: first a whole dossier is watched for the points that it passes, then each run works
 * until its point is passed, the process tree ends there and then, and the next run opens the desk and checks it.
 */
export async function runCrashPoints(options: CrashPointsOptions): Promise<ChaosOutcome> {
  const startedMs = performance.now();
  const random: Random = seededRandom(options.seed);
  const branch = await openChaosBranch({ name: 'points', app: buildChaosDesk() });
  const next = planner(branch, options.off);
  const killedAt: Kill[] = [];
  let missed = 0;
  const newCitizen = async (): Promise<Citizen> => {
    branch.day.n += 1;
    const citizen = await nextCitizen(branch.day.folder, branch.day.n, random);
    branch.day.citizens.set(citizen.who, citizen);
    return citizen;
  };

  try {
    const firstDay = next(null);
    firstDay.say('first-day');
    await branch.beginFirstDay(firstDay.env);
    const watched = next(null);
    const whole = await workOnce(branch, watched, await newCitizen(), false);
    if (whole.end !== null) throw whole.end;
    const visits = readVisits(watched.log);
    const passedOnFirstDay = readVisits(firstDay.log);
    console.log(
      `  ${visits.length} visits of points in one dossier, ${passedOnFirstDay.length} on the first day`,
    );

    const kills = chooseKills(visits.filter(options.only ?? (() => true)), options.runs, random);
    let citizen = await newCitizen();
    let leftReady = false;
    for (const [index, kill] of kills.entries()) {
      const turn = next(kill);
      const { phase, end } = await workOnce(branch, turn, citizen, leftReady);
      if (powerWent(turn.log)) killedAt.push(kill);
      else missed += 1;
      if (end !== null && !(powerWent(turn.log) && cameByTheCut(end)))
        branch.violations.keep([
          { rule: 'script', what: `${phase}: ${end.message.split('\n').slice(0, 3).join(' ')}` },
        ]);
      // Not yet shown as received: the citizen still stands there with the same papers.
      const begun = phase !== 'start' || leftReady;
      leftReady = phase === 'receive' || (phase === 'start' && leftReady);
      if (begun && !leftReady) citizen = await newCitizen();
      const seconds = Math.round((performance.now() - startedMs) / 1000);
      console.log(
        `  ${index + 1}/${kills.length} ${powerWent(turn.log) ? 'cut' : 'not passed'}: ${kill.phase}, ${kill.point}, hit ${kill.hit}; ${seconds} s`,
      );
    }
    const end = await branch.end();
    const every = findEveryPoint();
    const passed = [...passedOnFirstDay, ...visits];
    await tellNames(every, passed, killedAt);
    return {
      violations: branch.violations.all(),
      rows: [
        shown('seed', options.seed, ''),
        atLeast('power cuts at a point', killedAt.length, '', Math.ceil(kills.length * 0.8)),
        shown('runs that did not pass their point this time', missed, ''),
        ...rowsOf(every, passed, killedAt),
        ...end.rows,
        ...branch.violations.rows(),
        shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
      ],
    };
  } finally {
    await branch.close();
  }
}
