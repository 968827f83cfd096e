import type { Instant } from '../../../shared/base/dates.ts';
import { addDays, hanoiDate, hanoiYear } from '../../../shared/base/hanoi-time.ts';
import type { WorkingCalendar } from '../../../shared/domain/due-date/calendar.ts';
import { addWorkingDays, isWorkingDay } from '../../../shared/domain/due-date/working-days.ts';
import { numbersADay } from '../../../shared/domain/number-lease/daily-use.ts';
import { countNumbersLeft } from '../../../shared/domain/number-lease/find-next-number.ts';
import {
  countReceiptsLeft,
  findReceiptNumber,
} from '../../../shared/domain/number-lease/find-receipt-number.ts';
import type { LeaseStates } from '../../../shared/domain/number-lease/lease-state.ts';

/** A kind of number that is short: `out` now, `soon` within the next few dossiers, `low` within a week. */
export type Shortage = {
  readonly kind: 'codes' | 'receipts' | 'slips' | 'nextYear';
  readonly level: 'out' | 'soon' | 'low';
  readonly left: number;
  readonly days: number;
};

/** Numbers that the desk can still use without a line. */
export type NumberSupply = {
  readonly dossierCodesToday: number;
  readonly receipts: number;
  readonly intakeSlips: number;
  /** Series of the next receipt; '' when there is none. */
  readonly series: string;
  /** Working days from today on, without a gap, for which dossier codes are there. */
  readonly workingDaysAhead: number;
  /** Days that receipts and slips last at this desk's own pace (`numbersADay`). */
  readonly receiptDays: number;
  readonly slipDays: number;
  /** The worst first. */
  readonly shortages: readonly Shortage[];
};

/** Leases are fetched for at least this many days ahead (design §4); fewer is worth a look. */
export const ENOUGH_DAYS = 5;
const FARTHEST_DAYS = 60;
/** Half an hour of a busy desk: time enough to say something before the last one is gone. */
const SOON = 10;

const RANK = { out: 0, soon: 1, low: 2 } as const;

function shortageOf(kind: 'codes' | 'receipts' | 'slips', left: number, days: number): Shortage[] {
  if (left === 0) return [{ kind, level: 'out', left, days: 0 }];
  if (left <= SOON) return [{ kind, level: 'soon', left, days }];
  return days < ENOUGH_DAYS ? [{ kind, level: 'low', left, days }] : [];
}

export function numberSupply(
  leases: LeaseStates,
  from: {
    readonly unitCode: string;
    readonly receipt: { readonly form: string; readonly series: string };
    readonly calendar: WorkingCalendar;
    readonly now: Instant;
  },
): NumberSupply {
  const { unitCode, receipt, calendar, now } = from;
  const today = hanoiDate(now);
  const year = hanoiYear(now);
  const codesOn = (date: typeof today) => countNumbersLeft(leases, { kind: 'dossier-code', unitCode, date });
  let workingDaysAhead = 0;
  for (let ahead = 0; ahead < FARTHEST_DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    if (!isWorkingDay(day, calendar)) continue;
    if (codesOn(day) === 0) break;
    workingDaysAhead += 1;
  }
  const aDay = numbersADay(leases, today);
  const dossierCodesToday = codesOn(today);
  const receipts = countReceiptsLeft(leases, year);
  const intakeSlips = countNumbersLeft(leases, { kind: 'intake-slip', year });
  const receiptDays = Math.floor(receipts / aDay);
  const slipDays = Math.floor(intakeSlips / aDay);
  // The new year's first receipt needs a number of the new year (NĐ 254/2026 Đ23).
  const soonYear = Number(addWorkingDays(today, ENOUGH_DAYS, calendar).slice(0, 4));
  const nextYearOut = soonYear !== year && countReceiptsLeft(leases, soonYear) === 0;
  const shortages: Shortage[] = [
    ...shortageOf('codes', dossierCodesToday, workingDaysAhead),
    ...shortageOf('receipts', receipts, receiptDays),
    ...shortageOf('slips', intakeSlips, slipDays),
    ...(nextYearOut ? [{ kind: 'nextYear' as const, level: 'out' as const, left: 0, days: 0 }] : []),
  ];
  return {
    dossierCodesToday,
    receipts,
    intakeSlips,
    series: findReceiptNumber(leases, receipt, year)?.series ?? '',
    workingDaysAhead,
    receiptDays,
    slipDays,
    shortages: shortages.sort((left, right) => RANK[left.level] - RANK[right.level]),
  };
}
