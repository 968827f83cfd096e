import type { CutPlace } from '../../support/line-plug.ts';
import { type Random, seededRandom } from '../../support/seeded-random.ts';
import type { Who } from '../headless-desk/orders.ts';

type AtDesk = { readonly desk: number };
/** Milliseconds after the order at which the desk's power goes; null: it stays. */
type Doomed = { readonly killAfterMs: number | null };
/** 0…1: which of the dossiers that are there. */
type Picked = { readonly pick: number };

/**
 * What can happen in a branch, as data: a seed gives a list of these, a list can be shortened and carried out again.
 * A step says what somebody tries, never what comes of it.
 */
export type Step =
  | ({ readonly act: 'receive'; readonly who: Who; readonly intakeSeed: number } & AtDesk & Doomed)
  | ({ readonly act: 'correct'; readonly who: Who; readonly intakeSeed: number } & AtDesk & Picked & Doomed)
  | ({ readonly act: 'approve' | 'return'; readonly who: Who } & AtDesk & Picked & Doomed)
  | ({ readonly act: 'void-number'; readonly kind: 'dossier-code' | 'receipt' | 'intake-slip' } & AtDesk &
      Doomed)
  | ({ readonly act: 'kill' | 'reopen' | 'unplug' | 'plug-in' } & AtDesk)
  | ({
      readonly act: 'cut';
      readonly call: string;
      readonly place: CutPlace;
      readonly share: number;
    } & AtDesk)
  /** The citizen of a dossier at the other desk hands the same papers in here. */
  | ({ readonly act: 'receive-elsewhere'; readonly who: Who } & AtDesk & Picked & Doomed)
  | ({ readonly act: 'city-withdraws' } & AtDesk & Picked)
  | ({ readonly act: 'city-changes'; readonly field: CityField; readonly to: string } & AtDesk & Picked)
  /** An officer decides the first of the city's words about a dossier. */
  | ({ readonly act: 'resolve'; readonly who: Who; readonly accept: boolean } & AtDesk & Picked & Doomed)
  /** What stood in the way of a refused dossier is mended, and it is sent again. */
  | ({ readonly act: 'resend'; readonly who: Who; readonly intakeSeed: number } & AtDesk & Picked & Doomed)
  /** The city will refuse the dossier that gets the code so many after the newest one. */
  | ({ readonly act: 'poison'; readonly ahead: number } & AtDesk)
  | { readonly act: 'kill-city' | 'publish' | 'forget-sessions' }
  /** Until everything is sent and heard; only in lists that are written by hand. */
  | { readonly act: 'rest' }
  | { readonly act: 'wait'; readonly ms: number };

/** The last one is of a newer city: no desk can hold it. */
const CITY_FIELDS = ['applicant.fullName', 'applicant.phone', 'note', 'applicant.ethnicity'] as const;
export type CityField = (typeof CITY_FIELDS)[number];
const CALLS = ['/events', '/v1/pages', '/feed', '/v1/health', '/v1/sessions', '/v1/leases', '/v1/reference'];
const PLACES: readonly CutPlace[] = ['inside-request', 'before-reply', 'inside-reply', 'after-reply'];
const KINDS = ['dossier-code', 'receipt', 'intake-slip'] as const;
const KILL_SHARE = 0.15;
const LATEST_KILL_MS = 60;

const WEIGHTS: Readonly<Record<Step['act'], number>> = {
  receive: 30,
  correct: 10,
  approve: 12,
  return: 12,
  'void-number': 4,
  kill: 3,
  reopen: 2,
  unplug: 5,
  'plug-in': 6,
  cut: 12,
  poison: 3,
  'receive-elsewhere': 5,
  'city-withdraws': 3,
  'city-changes': 7,
  resolve: 10,
  resend: 4,
  'kill-city': 1,
  publish: 2,
  'forget-sessions': 2,
  rest: 0,
  wait: 8,
};

const cityChanges = (desk: number, pick: number, field: CityField, seed: number): Step => ({
  act: 'city-changes',
  ...{ desk, pick, field },
  to: field === 'applicant.phone' ? `09${String(seed % 1e8).padStart(8, '0')}` : `Sửa ở thành phố ${seed}`,
});

/** The steps of a seed: always the same. */
export function stepsOf(seed: number, count: number): readonly Step[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => stepFrom(random));
}

function stepFrom(random: Random): Step {
  const from = <T>(things: readonly [T, ...T[]] | readonly T[]): T =>
    things[Math.floor(random.next() * things.length)] as T; // below the length
  let left = random.next() * Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
  const act = (Object.entries(WEIGHTS).find(([, weight]) => {
    left -= weight;
    return left < 0;
  })?.[0] ?? 'wait') as Step['act']; // a key of the table
  const desk = random.chance(0.5) ? 1 : 0;
  const pick = random.next();
  const killAfterMs = random.chance(KILL_SHARE) ? Math.floor(random.between(0, LATEST_KILL_MS)) : null;
  const intakeSeed = Math.floor(random.next() * 1e9);
  // Now and then somebody tries what is not theirs.
  const who = (mostly: readonly Who[], seldom: readonly Who[]): Who =>
    from(random.chance(0.88) ? mostly : seldom);
  switch (act) {
    case 'receive':
      return { act, desk, killAfterMs, intakeSeed, who: who(['ha', 'tuan'], ['dung']) };
    case 'correct':
      return { act, desk, killAfterMs, intakeSeed, pick, who: who(['ha', 'tuan'], ['dung']) };
    case 'approve':
    case 'return':
      return { act, desk, killAfterMs, pick, who: who(['dung'], ['ha', 'tuan']) };
    case 'resend':
      return { act, desk, killAfterMs, intakeSeed, pick, who: who(['ha', 'tuan'], ['dung']) };
    case 'receive-elsewhere':
      return { act, desk, killAfterMs, pick, who: who(['ha', 'tuan'], ['dung']) };
    case 'city-withdraws':
      return { act, desk, pick };
    case 'city-changes':
      return cityChanges(desk, pick, from(CITY_FIELDS), intakeSeed);
    case 'resolve':
      return {
        act,
        desk,
        killAfterMs,
        pick,
        who: from(random.chance(0.5) ? ['dung'] : ['ha', 'tuan']),
        accept: random.chance(0.5),
      };
    case 'void-number':
      return { act, desk, killAfterMs, kind: from(KINDS) };
    case 'cut':
      return { act, desk, call: from(CALLS), place: from(PLACES), share: random.next() };
    case 'poison':
      return { act, desk, ahead: 1 + Math.floor(random.next() * 3) };
    case 'kill':
    case 'reopen':
    case 'unplug':
    case 'plug-in':
      return { act, desk };
    case 'rest':
    case 'kill-city':
    case 'publish':
    case 'forget-sessions':
      return { act };
    case 'wait':
      return { act, ms: Math.floor(random.between(20, 500)) };
  }
}
