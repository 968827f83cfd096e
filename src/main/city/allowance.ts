import { z } from 'zod';
import { LineLimits, NO_LIMITS } from '../../shared/contracts/bridge/line-limits.ts';
import type { LinePorts } from './ports.ts';

const LIMITS = 'limits';
const SPENT = 'spent';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Hanoi has kept UTC+7 without summer time since 1975. */
const HANOI_MS = 7 * HOUR_MS;
/** Below this a request's headers would weigh too much. */
const SMALLEST_PIECE = 16 * 1024;
/** What cannot be done within this many hours is not promised. */
const MOST_HOURS_AHEAD = 14 * 24;

const Spent = z.object({ hour: z.int(), bytes: z.int() });

/** What may go now. `until`: when more may; null when nothing stands in the way. */
export type Room = {
  readonly bytes: number;
  readonly held: { readonly why: 'night' | 'quota'; readonly untilMs: number } | null;
};

export type Allowance = {
  /** Reads what was kept; before that nothing is limited. */
  readonly read: () => Promise<void>;
  readonly limits: () => LineLimits;
  /** Durable when it resolves; counts from the next chunk on. */
  readonly change: (limits: LineLimits) => Promise<void>;
  readonly spend: (bytes: number) => void;
  /** Durable count of what went in this hour, so that a restart does not spend it again; rejects where it cannot be kept. */
  readonly keepSpent: () => Promise<void>;
  readonly roomForPages: () => Room;
  /** When so many bytes of pages are out at this rate, as the limits allow; null when it is too far to be said. */
  readonly finishMs: (bytes: number, bytesPerSecond: number) => number | null;
};

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Where `atMs` lies in the hours for pages: since when they are open or shut does not matter, until when does. */
function windowAt(between: LineLimits['pagesBetween'], atMs: number): { open: boolean; untilMs: number } {
  if (between === null || between.from === between.until) return { open: true, untilMs: Infinity };
  const sinceMidnight = (atMs + HANOI_MS) % DAY_MS;
  const from = minutesOf(between.from) * 60_000;
  const until = minutesOf(between.until) * 60_000;
  const ahead = (of: number): number => (of - sinceMidnight + DAY_MS) % DAY_MS || DAY_MS;
  const open =
    from < until
      ? sinceMidnight >= from && sinceMidnight < until
      : sinceMidnight >= from || sinceMidnight < until;
  return { open, untilMs: atMs + ahead(open ? until : from) };
}

/** How much the supervisor's limits leave for pages, by the desk's own clock. A value that cannot be read limits nothing. */
export function createAllowance(ports: Pick<LinePorts, 'store' | 'now'>): Allowance {
  let limits = NO_LIMITS;
  let spent = { hour: 0, bytes: 0 };
  let unsaved = false;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const kept = LineLimits.safeParse(await ports.store.load(LIMITS));
    const keptSpent = Spent.safeParse(await ports.store.load(SPENT));
    if (kept.success) limits = kept.data;
    if (keptSpent.success && keptSpent.data.hour === hourOf(nowMs()))
      spent = { hour: keptSpent.data.hour, bytes: keptSpent.data.bytes + spentIn(keptSpent.data.hour) };
  }

  const nowMs = () => ports.now().getTime();
  const hourOf = (ms: number): number => Math.floor(ms / HOUR_MS);
  const spentIn = (hour: number): number => (spent.hour === hour ? spent.bytes : 0);

  /** Bytes left in an hour; at its very end a piece that is too small counts as none. */
  function leftAt(alreadySpent: number): number {
    if (limits.bytesAnHour === null) return Infinity;
    const left = limits.bytesAnHour - alreadySpent;
    return left < Math.min(SMALLEST_PIECE, limits.bytesAnHour) ? 0 : left;
  }

  return {
    read: () => {
      reading ??= read().catch((defect: unknown) => {
        reading = null;
        throw defect;
      });
      return reading;
    },
    limits: () => limits,
    change: async (changed) => {
      reading ??= read();
      await reading;
      await ports.store.save(LIMITS, changed);
      limits = changed;
    },
    spend: (bytes) => {
      const hour = hourOf(nowMs());
      // Another hour, also an earlier one when the clock was put back, starts afresh.
      spent = { hour, bytes: spentIn(hour) + bytes };
      unsaved = true;
    },
    keepSpent: async () => {
      if (limits.bytesAnHour === null || !unsaved) return;
      unsaved = false;
      await ports.store.save(SPENT, spent).catch((defect: unknown) => {
        unsaved = true;
        throw defect;
      });
    },
    roomForPages: () => {
      const now = nowMs();
      const window = windowAt(limits.pagesBetween, now);
      if (!window.open) return { bytes: 0, held: { why: 'night', untilMs: window.untilMs } };
      const bytes = leftAt(spentIn(hourOf(now)));
      const nextHourMs = (hourOf(now) + 1) * HOUR_MS;
      return { bytes, held: bytes === 0 ? { why: 'quota', untilMs: nextHourMs } : null };
    },
    finishMs: (bytes, bytesPerSecond) => {
      let atMs = nowMs();
      let left = bytes;
      for (let step = 0; step < MOST_HOURS_AHEAD; step += 1) {
        const window = windowAt(limits.pagesBetween, atMs);
        if (!window.open) {
          atMs = window.untilMs;
          continue;
        }
        const hour = hourOf(atMs);
        const hourEndMs = limits.bytesAnHour === null ? Infinity : (hour + 1) * HOUR_MS;
        const endMs = Math.min(window.untilMs, hourEndMs);
        const within = Math.min(leftAt(spentIn(hour)), ((endMs - atMs) * bytesPerSecond) / 1000);
        if (left <= within) return atMs + (left * 1000) / bytesPerSecond;
        left -= within;
        atMs = endMs;
      }
      return null;
    },
  };
}
