import type { Instant } from '../../base/dates.ts';
import { toHanoiTime } from '../../base/hanoi-time.ts';

/** `look`: see to it today; `wrong`: it will stop the desk soon, or already endangers what is printed. */
export type ReadinessFinding = {
  readonly code:
    | 'disk-low'
    | 'reference-old'
    | 'sign-in-ends'
    | 'unsent-old'
    | 'receipts-unsent'
    | 'clock-differs';
  readonly level: 'look' | 'wrong';
  readonly facts: Readonly<Record<string, string | number>>;
};

export type ReadinessFacts = {
  readonly now: Instant;
  /** Null: not known. */
  readonly freeBytes: number | null;
  /** When the city last confirmed the reference data. */
  readonly referenceConfirmedAt: Instant | null;
  /** Until when officers may sign in without a line. */
  readonly signInUntil: Instant | null;
  readonly oldestUnsentAt: Instant | null;
  /** Receipts of today that the city does not have yet. */
  readonly unsentReceipts: number;
  readonly clockDiffers: boolean;
};

const DAY_MS = 24 * 3_600_000;
const GIGABYTE = 1024 ** 3;
/** A busy day makes some 350 pages of half a megabyte each, twice (page and archive). */
const DISK = { look: 2 * GIGABYTE, wrong: GIGABYTE / 2 };
/** Fees and forms change by decree with weeks of notice; the desk asks once a day. */
const REFERENCE_DAYS = { look: 3, wrong: 10 };
const SIGN_IN_DAYS = { look: 5, wrong: 2 };
/** Numbers are lent five days ahead; a line that is dead for two is somebody's business. */
const UNSENT_DAYS = { look: 1, wrong: 2 };
/** NĐ 254/2026 Đ29: receipts reach the tax authority within the day (domain.md §2.8). */
const RECEIPTS_FROM_MINUTE = 15 * 60 + 30;

/** What would stop the desk or spoil its papers before long, the gravest first: warned of before it blocks. */
export function checkReadiness(facts: ReadinessFacts): readonly ReadinessFinding[] {
  const found: ReadinessFinding[] = [];
  const nowMs = Date.parse(facts.now);
  const say = (
    code: ReadinessFinding['code'],
    level: ReadinessFinding['level'],
    more: ReadinessFinding['facts'] = {},
  ): void => {
    found.push({ code, level, facts: more });
  };
  if (facts.clockDiffers) say('clock-differs', 'wrong');
  if (facts.freeBytes !== null && facts.freeBytes < DISK.look)
    say('disk-low', facts.freeBytes < DISK.wrong ? 'wrong' : 'look', { bytes: facts.freeBytes });
  if (facts.referenceConfirmedAt !== null) {
    const days = Math.floor((nowMs - Date.parse(facts.referenceConfirmedAt)) / DAY_MS);
    if (days >= REFERENCE_DAYS.look)
      say('reference-old', days >= REFERENCE_DAYS.wrong ? 'wrong' : 'look', { days });
  }
  if (facts.signInUntil !== null) {
    const days = Math.max(0, Math.floor((Date.parse(facts.signInUntil) - nowMs) / DAY_MS));
    if (days < SIGN_IN_DAYS.look)
      say('sign-in-ends', days < SIGN_IN_DAYS.wrong ? 'wrong' : 'look', { days, until: facts.signInUntil });
  }
  if (facts.oldestUnsentAt !== null) {
    const days = Math.floor((nowMs - Date.parse(facts.oldestUnsentAt)) / DAY_MS);
    if (days >= UNSENT_DAYS.look) say('unsent-old', days >= UNSENT_DAYS.wrong ? 'wrong' : 'look', { days });
  }
  if (facts.unsentReceipts > 0 && toHanoiTime(facts.now).minuteOfDay >= RECEIPTS_FROM_MINUTE)
    say('receipts-unsent', 'wrong', { n: facts.unsentReceipts });
  return found.sort((one, other) => Number(other.level === 'wrong') - Number(one.level === 'wrong'));
}
