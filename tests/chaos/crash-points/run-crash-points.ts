import { atLeast, shown } from '../../bench/report.ts';
import { type Random, seededRandom } from '../../support/seeded-random.ts';
import { buildChaosDesk } from '../chaos-build/build-chaos-desk.ts';
import type { SwitchName } from '../chaos-build/switches.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import { type Citizen, nextCitizen } from '../citizens.ts';
import { cameByTheCut } from '../whole-desk/came-by-the-cut.ts';
import { openChaosBranch } from '../whole-desk/chaos-branch.ts';
import { cutFirstDay } from './cut-first-day.ts';
import { findEveryPoint } from './every-point.ts';
import { HURT_STARTS } from './hurt-starts.ts';
import { leaveADraft, prepareCopy, startHurt, workOnce } from './one-turn.ts';
import { isRare, type Phase } from './phased-work.ts';
import { planTurns } from './plan-turns.ts';
import { pointRows, tellNames } from './tell-points.ts';
import { chooseKills, type Kill, powerWent, readVisits, type Visit } from './visits.ts';

export type CrashPointsOptions = ChaosOptions & {
  /** Protection turned off while it is killed, to show that the run bites. */
  readonly off?: SwitchName;
};

/** From so many runs on the desk keeps a copy, is carried by hand, and starts on hurt profiles too. */
const WIDE_FROM_RUNS = 10;

/**
 * Lets the power go at named points: first a whole dossier is watched for the points that it passes, then each run works
 * until its point is passed, the process tree ends there and then, and the next run opens the desk and checks it.
 */
export async function runCrashPoints(options: CrashPointsOptions): Promise<ChaosOutcome> {
  const startedMs = performance.now();
  const random: Random = seededRandom(options.seed);
  const app = buildChaosDesk();
  const branch = await openChaosBranch({ name: 'points', app });
  const next = planTurns(branch, options.off);
  const killedAt: Kill[] = [];
  let missed = 0;
  const tell = (index: number, count: number, { phase, point, hit }: Kill, went: boolean): void => {
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    console.log(
      `  ${index + 1}/${count} ${went ? 'cut' : 'not passed'}: ${phase}, ${point}, hit ${hit}; ${seconds} s`,
    );
  };
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
    // Copy, stick and hurt profiles take half a dozen starts more: not in the short runs.
    const wide = options.runs >= WIDE_FROM_RUNS;
    if (wide) {
      const prepared = next(null);
      prepared.say('first-day');
      const copied = await branch.turn(
        () => 'the copy',
        () => prepareCopy(branch, prepared.env),
      );
      if (copied === null) throw new Error('no copy could be kept');
    }
    const fresh = { leftReady: false, carries: wide, newCitizen };
    const watch = async (rare: boolean): Promise<readonly Visit[]> => {
      const watched = next(null);
      const first = await newCitizen();
      const whole = await branch.turn(
        () => (rare ? 'the dossier with what is rare' : 'the dossier that is watched'),
        () => workOnce(branch, watched, { ...fresh, citizen: first, rare }),
      );
      if (whole === null || whole.end !== null)
        throw whole?.end ?? new Error('the watched dossier did not settle');
      return readVisits(watched.log).filter(({ phase }) => isRare(phase) === rare);
    };
    // What is rare comes first: the line's limits are set by then, and counted while pages go out.
    const visits = [...(wide ? await watch(true) : []), ...(await watch(false))];
    let citizen = await newCitizen();
    let leftReady = false;
    /** Whose draft lies there all the time: its desk was closed in order, right behind the last key. */
    let draftOf: Citizen | null = null;
    if (wide) {
      const leaver = await newCitizen();
      draftOf = leaver;
      const plain = next(null);
      plain.say('compose');
      await branch.turn(
        () => 'a draft',
        () => leaveADraft(branch, leaver, plain.env),
      );
      for (const phase of Object.keys(HURT_STARTS) as Phase[]) {
        const turn = next(null);
        const seen = await branch.turn(
          () => `${phase}, watched`,
          () => startHurt(branch, turn, phase, leaver),
        );
        if (seen?.end) branch.violations.keep([{ rule: 'script', what: `${phase}: ${seen.end.message}` }]);
        visits.push(...readVisits(turn.log));
      }
    }
    const passedOnFirstDay = readVisits(firstDay.log);
    console.log(
      `  ${visits.length} visits of points in one dossier, ${passedOnFirstDay.length} on the first day`,
    );

    const later = new Set(visits.map(({ point }) => point));
    const onlyThen = passedOnFirstDay.filter(({ point }) => !later.has(point));
    const wanted = [...visits, ...onlyThen].filter(
      ({ phase, point }) => options.at?.test(`${phase}, ${point}`) ?? true,
    );
    if (wanted.length === 0) throw new Error('the script passes no point that fits');
    const every = findEveryPoint();
    // Some points are passed in one run and not in the next: others stand ready for them.
    const kills = chooseKills(
      wanted,
      { count: Math.ceil(options.runs * 1.4), from: options.seed * options.runs, every },
      random,
    );
    let asked = 0;
    for (const [index, kill] of kills.entries()) {
      if (killedAt.length === options.runs || options.stopAsked?.() === true) break;
      asked += 1;
      if (kill.phase === 'first-day') {
        const { went, violations } = await cutFirstDay(app, kill, random);
        branch.violations.keep(violations);
        if (went) killedAt.push(kill);
        else missed += 1;
        tell(index, kills.length, kill, went);
        continue;
      }
      const turn = next(kill);
      const isHurt = kill.phase in HURT_STARTS;
      if (leftReady && kill.phase.startsWith('compose')) {
        // His draft stays; the cut is to come while papers are handed in.
        citizen = await newCitizen();
        leftReady = false;
      }
      const at: { phase: Phase } = { phase: 'start' };
      const say = (phase: Phase): void => {
        at.phase = phase;
        turn.say(phase);
      };
      const done = await branch.turn(
        () => `cut ${index + 1} at ${kill.phase}, ${kill.point}, hit ${kill.hit}: ${at.phase}`,
        async () => {
          const { end } = isHurt
            ? await startHurt(branch, turn, kill.phase as Phase, draftOf)
            : await workOnce(
                branch,
                { ...turn, say },
                {
                  ...fresh,
                  citizen,
                  leftReady,
                  rare: isRare(kill.phase),
                },
              );
          if (end !== null && !(powerWent(turn.log) && cameByTheCut(end))) throw end;
          return true;
        },
      );
      if (powerWent(turn.log)) killedAt.push(kill);
      else if (done !== null) missed += 1;
      // Not yet shown as received: the citizen still stands there with the same papers.
      const { phase } = at;
      const begun = phase !== 'start' || leftReady;
      leftReady = phase === 'receive' || (phase === 'start' && leftReady);
      if (begun && !leftReady) citizen = await newCitizen();
      tell(index, kills.length, kill, powerWent(turn.log));
    }
    const end = await branch.end();
    const passed = [...passedOnFirstDay, ...visits];
    await tellNames(every, passed, killedAt, wide);
    return {
      violations: branch.violations.all(),
      rows: [
        shown('seed', options.seed, ''),
        atLeast('power cuts at a point', killedAt.length, '', Math.ceil(Math.min(options.runs, asked) * 0.8)),
        branch.turnsRow(),
        shown('runs that did not pass their point this time', missed, ''),
        ...pointRows(every, passed, killedAt, wide),
        ...end.rows,
        ...branch.violations.rows(),
        shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
      ],
    };
  } finally {
    await branch.close();
  }
}
