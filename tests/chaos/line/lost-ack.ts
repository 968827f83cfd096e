import { atLeast, shown } from '../../bench/report.ts';
import type { CutPlace, LineCut } from '../../support/line-plug.ts';
import { type Random, seededRandom } from '../../support/seeded-random.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import type { ToldCity } from '../told-city/start-told-city.ts';
import { burnCodes } from './burn-codes.ts';
import { checkBranch } from './check-branch.ts';
import { type DeskAtLine, pause } from './desk-at-line.ts';
import { openLineBranch } from './line-branch.ts';
import { pickByWeight } from './pick-by-weight.ts';

type Call = {
  readonly name: string;
  readonly call: RegExp;
  /** How often among the rounds. */
  readonly weight: number;
  /** Makes the desk want to make this call. */
  readonly provoke: (desk: DeskAtLine, city: ToldCity, random: Random, awaited: LineCut) => Promise<void>;
};

const receive = async (desk: DeskAtLine, _city: ToldCity, random: Random): Promise<void> => {
  await desk.receive(random);
};
const tryLine = (desk: DeskAtLine): void => void desk.ask<'try-line'>({ do: 'try-line' });

const CALLS: readonly Call[] = [
  { name: 'events', call: /^POST \/v1\/desks\/[^/]+\/events/, weight: 6, provoke: receive },
  { name: 'pages-wanted', call: /^POST \/v1\/desks\/[^/]+\/pages-wanted/, weight: 4, provoke: receive },
  { name: 'page-create', call: /^POST \/v1\/pages/, weight: 6, provoke: receive },
  {
    name: 'page-patch',
    call: /^PATCH \/v1\/pages/,
    weight: 4,
    // Only what was cut before is gone on with.
    provoke: async (desk, _city, random, awaited) => {
      const before = desk.plug.cutsMade();
      desk.plug.cutAt({ call: /^POST \/v1\/pages$/, place: 'inside-request', share: 1 });
      await desk.receive(random, 1);
      await cutCame(desk, before);
      desk.plug.cutAt(awaited);
    },
  },
  { name: 'feed', call: /^GET \/v1\/desks\/[^/]+\/feed/, weight: 4, provoke: receive },
  { name: 'health', call: /^GET \/v1\/health/, weight: 2, provoke: async (desk) => tryLine(desk) },
  {
    name: 'session',
    call: /^POST \/v1\/sessions/,
    weight: 3,
    provoke: async (desk, city, random) => {
      await city.query('DELETE FROM sessions');
      await desk.receive(random);
    },
  },
  {
    name: 'reference',
    call: /^GET \/v1\/reference/,
    weight: 2,
    provoke: async (_desk, city) => void (await city.publish()),
  },
  {
    name: 'leases',
    call: /^POST \/v1\/leases/,
    weight: 1,
    provoke: burnCodes,
  },
];
const PLACES: readonly CutPlace[] = ['inside-request', 'before-reply', 'inside-reply', 'after-reply'];
const KILL_SHARE = 0.12;
const CITY_KILL_SHARE = 0.01;
const CUT_WITHIN_MS = 5000;
const SETTLE_MS = 60_000;
const ROUNDS_A_DESK = 300;

async function cutCame(desk: DeskAtLine, before: number): Promise<boolean> {
  const untilMs = performance.now() + CUT_WITHIN_MS;
  while (desk.plug.cutsMade() <= before) {
    if (performance.now() > untilMs) return false;
    await pause(5);
  }
  return true;
}

/**
 * Cuts the line at `runs` calls of every kind, while the request goes out, before, inside and after the reply; some cuts
 * take the desk's power along. After each one everything must come to rest by itself.
 */
export async function runLostAcks({
  seed,
  runs,
  without,
  only,
  killShare = KILL_SHARE,
}: ChaosOptions & {
  readonly without?: ProtectionName;
  /** Name of the one kind of call to be cut. */
  readonly only?: string;
  readonly killShare?: number;
}): Promise<ChaosOutcome> {
  const random = seededRandom(seed);
  const branch = await openLineBranch('lost-ack', 1 + Math.ceil(runs / ROUNDS_A_DESK));
  const { city, desks, violations, say } = branch;
  const made = new Map<string, number>();
  let cityKills = 0;
  let missed = 0;
  try {
    for (let run = 1; run <= runs; run += 1) {
      if ((run - 1) % ROUNDS_A_DESK === 0) {
        await desks.at(-1)?.close();
        const fresh = await branch.addDesk({ without });
        if (!(await fresh.settle(SETTLE_MS))) say('I7', 'no first settling');
      }
      const desk = desks.at(-1) as DeskAtLine; // just put there
      const { name, call, provoke } = CALLS.find((each) => each.name === only) ?? pickByWeight(CALLS, random);
      const place = PLACES[Math.floor(random.next() * PLACES.length)] ?? 'before-reply';
      const cut: LineCut = { call, place, share: random.next() };
      desk.plug.cutAt(cut);
      const before = desk.plug.cutsMade() + (name === 'page-patch' ? 1 : 0);
      await provoke(desk, city, random, cut);
      if (await cutCame(desk, before)) made.set(`${name} ${place}`, (made.get(`${name} ${place}`) ?? 0) + 1);
      else {
        missed += 1;
        desk.plug.cutAt(null);
      }
      if (random.chance(killShare)) await desk.kill();
      if (random.chance(CITY_KILL_SHARE)) {
        cityKills += 1;
        await city.kill();
        await city.start();
        branch.aimAll();
      }
      if (!(await desk.settle(SETTLE_MS)))
        say('I7', `run ${run} (${name}, ${place}): ${JSON.stringify(await desk.line())}`);
      if (run % 100 === 0) {
        console.log(
          `  ${run}/${runs}: ${missed} calls not met, ${violations.length} violations, ${branch.seconds()} s`,
        );
      }
    }
    const last = await checkBranch(city, desks);
    violations.push(...last.violations);
    const cuts = [...made.values()].reduce((sum, n) => sum + n, 0);
    return branch.outcome([
      shown('seed', seed, ''),
      atLeast('calls cut', cuts, '', Math.floor(runs * 0.9)),
      ...CALLS.map(({ name }) =>
        shown(
          `  ${name}: ${PLACES.map((place) => `${place} ${made.get(`${name} ${place}`) ?? 0}`).join(', ')}`,
          PLACES.reduce((sum, place) => sum + (made.get(`${name} ${place}`) ?? 0), 0),
          '',
        ),
      ),
      shown(
        'of these with the power at the desk',
        desks.reduce((sum, desk) => sum + desk.kills(), 0),
        '',
      ),
      shown('kills of the city', cityKills, ''),
      atLeast('dossiers given to citizens', branch.given(), '', Math.floor(runs / 4)),
    ]);
  } finally {
    await branch.close();
  }
}
