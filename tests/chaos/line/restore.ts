import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { atLeast, shown } from '../../bench/report.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import { startToldCity } from '../told-city/start-told-city.ts';
import type { Violation } from '../violation.ts';
import { checkBranch } from './check-branch.ts';
import { type DeskAtLine, openDeskAtLine, pause } from './desk-at-line.ts';
import { violationRows } from './violation-rows.ts';

const SETTLE_MS = 90_000;
const MOST_DOSSIERS = 4;
const UNPLUG_SHARE = 0.3;
const KILL_SHARE = 0.3;
const REST_SHARE = 0.6;
/** More codes than a block has: the city is made to lend between backup and restore. */
const CODES_TO_BURN = 100;
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
  const startedMs = performance.now();
  const random = seededRandom(seed);
  const root = await mkdtemp(join(tmpdir(), 'chaos-restore-'));
  const backup = join(root, 'backup');
  const city = await startToldCity(join(root, 'city'), 2);
  const desks: DeskAtLine[] = [];
  const violations: Violation[] = [];
  let lost = 0;

  const aimAll = (): void => {
    for (const { plug } of desks) plug.aim(city.address().url);
  };

  async function burnCodes(desk: DeskAtLine): Promise<void> {
    for (let n = 0; n < CODES_TO_BURN; n += 1) {
      const order = {
        do: 'void-number',
        commandId: v7(),
        kind: 'dossier-code',
        reason: 'viết nhầm',
      } as const;
      const answer = await desk.insist<'void-number'>('ha', order);
      if (answer.ok) desk.ledger.voidedNumber('dossier-code', answer.value.number);
    }
    // A desk that has just asked for numbers waits before it asks again; one that was opened anew does not.
    await desk.close();
    await desk.open();
  }

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
        violations.push({
          rule: 'I7',
          what: `run ${run}: ${desk.deskId} ${JSON.stringify(await desk.line())}`,
        });
  }

  const countEvents = async (): Promise<number> =>
    (await city.query<{ n: number }>('SELECT count(*)::int AS n FROM desk_events'))[0]?.n ?? 0;

  try {
    for (const n of [1, 2]) desks.push(await openDeskAtLine({ city, n, root, without }));
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
    return {
      violations,
      rows: [
        shown('seed', seed, ''),
        atLeast('times that the city was put back', runs, '', 1),
        atLeast('events that it had lost', lost, '', runs),
        shown(
          'dossiers given to citizens',
          desks.reduce((sum, desk) => sum + desk.ledger.given().length, 0),
          '',
        ),
        shown('seconds until it had everything again, at the end', last.drainSeconds, 's'),
        ...violationRows(violations),
        shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
      ],
    };
  } finally {
    for (const desk of desks) {
      await desk.kill();
      await desk.plug.close();
    }
    await city.kill();
    await rm(root, { recursive: true, force: true });
  }
}
