import type { Instant } from '../../../shared/base/dates.ts';
import { addDays, hanoiDate, hanoiYear } from '../../../shared/base/hanoi-time.ts';
import type { WorkingCalendar } from '../../../shared/domain/due-date/calendar.ts';
import { isWorkingDay } from '../../../shared/domain/due-date/working-days.ts';
import { countNumbersLeft } from '../../../shared/domain/number-lease/find-next-number.ts';
import type { LeaseStates } from '../../../shared/domain/number-lease/lease-state.ts';

/** Numbers that the desk can still use without a line. */
export type NumberSupply = {
  readonly dossierCodesToday: number;
  readonly receipts: number;
  readonly intakeSlips: number;
  /** Working days from today on, without a gap, for which dossier codes are there. */
  readonly workingDaysAhead: number;
};

/** Leases are fetched for at least this many days ahead (design §4); fewer is worth a look. */
export const ENOUGH_DAYS = 5;
const FARTHEST_DAYS = 60;

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
  return {
    dossierCodesToday: codesOn(today),
    receipts: countNumbersLeft(leases, { kind: 'receipt', ...receipt, year }),
    intakeSlips: countNumbersLeft(leases, { kind: 'intake-slip', year }),
    workingDaysAhead,
  };
}
