import { existsSync, readFileSync } from 'node:fs';
import { type Random, seededRandom } from '../../support/seeded-random.ts';
import { KILLED, type PointsPlan } from '../chaos-build/points-plan.ts';

/** A point that the script passed in one of its phases, and how often. */
export type Visit = { readonly phase: string; readonly point: string; readonly times: number };
export type Kill = NonNullable<PointsPlan['kill']>;

const linesOf = (log: string): readonly string[] =>
  existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : [];

/** The visits that a log tells, in the order of the first of each. */
export function readVisits(log: string): readonly Visit[] {
  const times = new Map<string, number>();
  for (const line of linesOf(log)) if (line !== KILLED) times.set(line, (times.get(line) ?? 0) + 1);
  return [...times].map(([line, count]) => {
    const [phase = '', point = ''] = line.split('\t');
    return { phase, point, times: count };
  });
}

export const powerWent = (log: string): boolean => linesOf(log).at(-1) === KILLED;

/** The window's points are in the window's files; all others are main's. */
export const processOf = (point: string): 'main' | 'window' =>
  point.startsWith('src/renderer/') ? 'window' : 'main';

function shuffled<T>(all: readonly T[], random: Random): readonly T[] {
  return all
    .map((each) => ({ each, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

/** Who divides the points: a list in an order of its own, the same for every seed. */
const SHARES_SEED = 1;

/**
 * `count` kills: every point once, beginning at place `from` of the list of all points of the build, passed this time or
 * not (so that seeds 0, 1, 2… of equal `runs` share them out without a gap), then the same points in the other phases,
 * each at its first hit; what is left over goes to later hits of points that were passed more than once.
 */
export function chooseKills(
  visits: readonly Visit[],
  {
    count,
    from,
    every,
  }: { readonly count: number; readonly from: number; readonly every: readonly string[] },
  random: Random,
): readonly Kill[] {
  const byPoint = Map.groupBy(shuffled(visits, random), ({ point }) => point);
  const points = shuffled(every, seededRandom(SHARES_SEED));
  const start = points.length === 0 ? 0 : from % points.length;
  const inTurn = [...points.slice(start), ...points.slice(0, start)].map((point) => byPoint.get(point) ?? []);
  const first = [...inTurn.map((all) => all.slice(0, 1)), ...inTurn.map((all) => all.slice(1))]
    .flat()
    .map(({ phase, point }) => ({ phase, point, hit: 1 }));
  const again = visits.filter(({ times }) => times > 1);
  const later = Array.from({ length: Math.max(0, count - first.length) }, () => {
    const visit = again[Math.floor(random.next() * again.length)];
    return visit === undefined
      ? []
      : [{ phase: visit.phase, point: visit.point, hit: Math.floor(random.between(2, visit.times + 1)) }];
  });
  return [...first.slice(0, count), ...later.flat()];
}
