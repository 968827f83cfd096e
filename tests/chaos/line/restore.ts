import { join } from 'node:path';
import { atLeast, shown } from '../../bench/report.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import { burnCodes } from './burn-codes.ts';
import { checkBranch } from './check-branch.ts';
import { pause } from './desk-at-line.ts';
import { openLineBranch } from './line-branch.ts';

const SETTLE_MS = 90_000;
const MOST_DOSSIERS = 4;
const UNPLUG_SHARE = 0.3;
const KILL_SHARE = 0.3;
const REST_SHARE = 0.6;
/** The city is made to lend between backup and restore. */
const BURN_SHARE = 0.4;

/**
 * `runs` times: a backup of the city's database, two desks work on (and are lent new blocks), the city wakes up as the
 * backup has it, the desks work on. In the end the city has everything again, and no number was given twice.
 */
export async function runRestore({
  seed,
  runs,
  without,
  settleMs = SETTLE_MS,
}: ChaosOptions & {
  readonly without?: ProtectionName;
  /** How long a desk may take to come to rest. */
  readonly settleMs?: number;
}): Promise<ChaosOutcome> {
  const random = seededRandom(seed);
  const branch = await openLineBranch('restore', 2);
  const { city, desks, violations, say, aimAll } = branch;
  const backup = join(branch.root, 'backup');
  let lost = 0;

  async function workOn(): Promise<void> {
    for (const desk of desks) {
      if (random.chance(UNPLUG_SHARE)) await desk.plug.unplug();
      if (random.chance(BURN_SHARE)) await burnCodes(desk);
      const count = 1 + Math.floor(random.next() * MOST_DOSSIERS);
      for (let n = 0; n < count; n += 1) await desk.receive(random);
      if (random.chance(KILL_SHARE)) await desk.kill();
      await desk.plug.plugIn();
    }
  }

  async function rest(run: number): Promise<void> {
    for (const desk of desks)
      if (!(await desk.settle(settleMs)))
        say('I7', `run ${run}: ${desk.deskId} ${JSON.stringify(await desk.line())}`);
  }

  const countEvents = async (): Promise<number> =>
    (await city.query<{ n: number }>('SELECT count(*)::int AS n FROM desk_events'))[0]?.n ?? 0;

  try {
    for (const _ of [1, 2]) await branch.addDesk({ without });
    await rest(0);
    for (let run = 1; run <= runs; run += 1) {
      await workOn();
      if (random.chance(REST_SHARE)) await rest(run);
      await city.backUp(backup);
      aimAll();
      await workOn();
      if (random.chance(REST_SHARE)) await rest(run);
      else await pause(random.between(0, 800));
      const before = await countEvents();
      await city.restore(backup);
      lost += Math.max(0, before - (await countEvents()));
      aimAll();
      await workOn();
      await rest(run);
      console.log(`  ${run}/${runs}: the city lost ${lost} events in all, ${violations.length} violations`);
    }
    const last = await checkBranch(city, desks, { forgotLeases: true });
    violations.push(...last.violations);
    return branch.outcome([
      shown('seed', seed, ''),
      atLeast('times that the city was put back', runs, '', 1),
      atLeast('events that it had lost', lost, '', runs),
      shown('dossiers given to citizens', branch.given(), ''),
      shown('seconds until it had everything again, at the end', last.drainSeconds, 's'),
    ]);
  } finally {
    await branch.close();
  }
}
