import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { atLeast, shown } from '../../bench/report.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import { checkBranch } from '../line/check-branch.ts';
import { pause } from '../line/desk-at-line.ts';
import { violationRows } from '../line/violation-rows.ts';
import type { Violation } from '../violation.ts';
import { checkDrafts, checkOpened } from './check-opened.ts';
import { layOldCity } from './city-rows.ts';
import { openUntil } from './open-until.ts';
import { unpackProfile } from './packed-profile.ts';
import { layUpgradedBranch } from './upgraded-branch.ts';

/** Another profile than the one that is kept: its README says how one is made. */
const PACKED =
  process.env.UPGRADE_PROFILE ?? join(import.meta.dirname, '../../fixtures/previous-profile/profile.br');
const DRAIN_MS = 240_000;
const MOST_CUTS = 3;
const MOST_NEW = 3;
const KILL_WHILE_SENDING = 0.5;

/**
 * `runs` times: a profile that an older program left, with 500 dossiers unsent, is opened by today's; the power goes at
 * random moments of the first opening; work goes on; then the line comes, and the city must have everything once.
 */
export async function runUpgrade({
  seed,
  runs,
  packed = PACKED,
  without,
  migrationNeverMade = null,
  drainMs = DRAIN_MS,
}: ChaosOptions & {
  readonly packed?: string;
  readonly without?: ProtectionName;
  /** A migration of today's city that it leaves out. */
  readonly migrationNeverMade?: string | null;
  readonly drainMs?: number;
}): Promise<ChaosOutcome> {
  const startedMs = performance.now();
  const random = seededRandom(seed);
  const violations: Violation[] = [];
  const template = await mkdtemp(join(tmpdir(), 'chaos-upgrade-city-'));
  const { made, city } = unpackProfile(packed, join(template, 'profile'));
  const oldCity = join(template, 'city');
  await layOldCity(oldCity, city, migrationNeverMade);
  // How long one opening takes here and now, on a profile that is thrown away.
  const { livedMs: openingMs } = await openUntil({
    profile: join(template, 'profile', 'desk'),
    cityUrl: 'http://127.0.0.1:9',
    clockOffsetMs: Date.parse(made.closedAt) - Date.now(),
    passphrase: made.passphrase,
    afterMs: 'open',
  });
  let cuts = 0;
  let kills = 0;
  let added = 0;
  let drainSeconds = 0;

  async function one(run: number): Promise<void> {
    const branch = await layUpgradedBranch(packed, oldCity, without);
    const { desk } = branch;
    const keep = (found: readonly Violation[]): void => {
      for (const { rule, what } of found) violations.push({ rule, what: `run ${run}: ${what}` });
    };
    try {
      const planned = Math.floor(random.next() * (MOST_CUTS + 1));
      for (let n = 0; n < planned; n += 1)
        if (!(await branch.cutOpening(random.between(0.2, 1.05) * openingMs)).open) cuts += 1;
      const unopened = await desk.open().then(
        () => null,
        (error: Error) => error.message,
      );
      if (unopened !== null) return keep([{ rule: 'I1', what: `the older profile: ${unopened}` }]);
      keep(await checkOpened(desk, made));
      const fresh = 1 + Math.floor(random.next() * MOST_NEW);
      for (let n = 0; n < fresh; n += 1) if ((await desk.receive(random)) !== null) added += 1;
      const order = { do: 'void-number', kind: 'receipt', reason: 'In hỏng giấy', commandId: v7() } as const;
      const spoilt = await desk.insist<'void-number'>('ha', order);
      if (spoilt.ok) desk.ledger.voidedNumber('receipt', spoilt.value.number);
      else keep([{ rule: 'script', what: `no number can be spoilt: ${spoilt.failure.code}` }]);

      await desk.plug.plugIn();
      if (random.chance(KILL_WHILE_SENDING)) {
        await pause(random.between(200, 6000));
        await desk.kill();
        kills += 1;
      }
      const pluggedMs = performance.now();
      await desk.settle(drainMs);
      drainSeconds = Math.max(drainSeconds, (performance.now() - pluggedMs) / 1000);
      if ((await desk.receive(random)) !== null) added += 1;
      keep((await checkBranch(branch.city, [desk])).violations);
      await desk.close();
      keep(await checkDrafts(branch.profile, made));
    } finally {
      await branch.close();
    }
  }

  try {
    for (let run = 1; run <= runs; run += 1) {
      await one(run);
      console.log(`  ${run}/${runs}: ${cuts} openings cut, ${violations.length} violations`);
    }
  } finally {
    await rm(template, { recursive: true, force: true });
  }
  return {
    violations,
    rows: [
      shown('seed', seed, ''),
      shown(`made by ${made.commit}, its seed`, made.seed, ''),
      atLeast('dossiers of the older program, unsent', made.given.length - made.sent.length, '', 500),
      atLeast('profiles opened by this program', runs, '', 1),
      shown('first openings cut by the power', cuts, ''),
      shown('kills while it was being sent', kills, ''),
      shown('dossiers received by this program', added, ''),
      shown('seconds of one opening', openingMs / 1000, 's'),
      shown('seconds until the city had everything, at most', drainSeconds, 's'),
      ...violationRows(violations),
      shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
    ],
  };
}
