import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, atMost, shown } from '../../bench/report.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import { violationRows } from '../line/violation-rows.ts';
import { startToldCity, type ToldCity } from '../told-city/start-told-city.ts';
import type { Violation } from '../violation.ts';
import { type Played, playSteps } from './play-steps.ts';
import { shortestFailing } from './shortest-failing.ts';
import { type Step, stepsOf } from './steps.ts';

const STEPS = 40;
/** One city serves so many pairs of desks: to start one costs more than a pair does. */
const PLAYS_A_CITY = 15;
const SHORTENING_TRIES = 24;

/**
 * `runs` seeds, one after the other from `seed` on: two desks and a city do 40 random things, a model written apart says
 * what must come of them. A failing list of steps is shortened and printed; `--seed N --runs 1` plays it again.
 */
export async function runFuzz({
  seed,
  runs,
  without,
  steps: given,
}: ChaosOptions & {
  readonly without?: ProtectionName;
  /** Played instead of those of the seeds. */
  readonly steps?: readonly Step[];
}): Promise<ChaosOutcome> {
  const startedMs = performance.now();
  const root = await mkdtemp(join(tmpdir(), 'chaos-fuzz-'));
  const violations: Violation[] = [];
  const sum = { dossiers: 0, kills: 0, refusedTries: 0, sentAgain: 0, decided: 0 };
  let city: ToldCity | null = null;
  let plays = 0;

  /** Each list is played by desks that nobody has worked at. */
  async function playFresh(steps: readonly Step[]): Promise<Played> {
    if (city === null || plays % PLAYS_A_CITY === 0) {
      await city?.kill();
      city = await startToldCity(join(root, `city-${plays}`), 2 * PLAYS_A_CITY);
    }
    const firstDesk = 1 + 2 * (plays % PLAYS_A_CITY);
    const folder = await mkdtemp(join(root, 'play-'));
    plays += 1;
    try {
      return await playSteps(steps, { city, firstDesk, root: folder, without });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  try {
    for (let run = 0; run < runs; run += 1) {
      const steps = given ?? stepsOf(seed + run, STEPS);
      const played = await playFresh(steps);
      sum.dossiers += played.dossiers;
      sum.kills += played.kills;
      sum.refusedTries += played.refusedTries;
      sum.sentAgain += played.sentAgain;
      sum.decided += played.decided;
      if (played.violations.length > 0) {
        for (const { rule, what } of played.violations)
          console.log(`  ✘ seed ${seed + run}: ${rule} ${what}`);
        violations.push(
          ...played.violations.map(({ rule, what }) => ({ rule, what: `seed ${seed + run}: ${what}` })),
        );
        if (without === undefined) {
          const shortest = await shortestFailing(
            steps,
            async (list) => (await playFresh(list)).violations.length > 0,
            SHORTENING_TRIES,
          );
          console.log(`  shortest list of seed ${seed + run} that still fails:`);
          for (const step of shortest) console.log(`    ${JSON.stringify(step)}`);
        }
      }
      if ((run + 1) % 10 === 0) {
        const seconds = Math.round((performance.now() - startedMs) / 1000);
        console.log(
          `  ${run + 1}/${runs} seeds: ${sum.dossiers} dossiers, ${violations.length} violations, ${seconds} s`,
        );
      }
    }
    return {
      violations,
      rows: [
        shown('first seed', seed, ''),
        atLeast('seeds', runs, '', 1),
        shown('steps', runs * STEPS, ''),
        atLeast('dossiers given to citizens', sum.dossiers, '', runs * 3),
        shown('kills of a desk', sum.kills, ''),
        shown('tries that had to be refused', sum.refusedTries, ''),
        shown('dossiers refused by the city and sent again', sum.sentAgain, ''),
        shown('words of the city decided by an officer', sum.decided, ''),
        atMost('differences from the model', violations.filter(({ rule }) => rule === 'model').length, '', 0),
        ...violationRows(violations),
        shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
      ],
    };
  } finally {
    // Assigned within a function, which the compiler cannot see.
    await (city as ToldCity | null)?.kill();
    await rm(root, { recursive: true, force: true });
  }
}
