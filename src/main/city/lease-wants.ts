import type { LocalDate } from '../../shared/base/dates.ts';
import { addDays } from '../../shared/base/hanoi-time.ts';
import type { LeaseRequest } from '../../shared/contracts/city/leases.ts';
import type { WorkingCalendar } from '../../shared/domain/due-date/calendar.ts';
import { addWorkingDays } from '../../shared/domain/due-date/working-days.ts';
import { codesUsedOn, LEAST_A_DAY, numbersADay } from '../../shared/domain/number-lease/daily-use.ts';
import { countNumbersLeft } from '../../shared/domain/number-lease/find-next-number.ts';
import { countReceiptsLeft } from '../../shared/domain/number-lease/find-receipt-number.ts';
import type { LeaseStates } from '../../shared/domain/number-lease/lease-state.ts';

export type LeaseWant = LeaseRequest['wants'][number];

const WORKING_DAYS_AHEAD = 5;
/** Six days of a desk that takes 70 a day; a busier one is lent by its own use. */
const LEAST_OF_YEAR = { low: 450, block: 500 };
const LEAST_CODES = 100;
/** The most that may be asked for at once (`LeaseRequest`). */
const MOST_IN_A_WANT = 1000;
const roundUp = (count: number): number => Math.ceil(count / 50) * 50;

/** As many wants as it takes. */
function inWants(count: number, make: (count: number) => LeaseWant): LeaseWant[] {
  const wants: LeaseWant[] = [];
  for (let left = count; left > 0; left -= MOST_IN_A_WANT) wants.push(make(Math.min(left, MOST_IN_A_WANT)));
  return wants;
}

/**
 * What the desk lacks to work `WORKING_DAYS_AHEAD` working days without a line, at the pace that it was measured to work
 * at (`numbersADay`), and the codes that its provisional dossiers wait for, of whatever day they were received on. Codes
 * are wanted for every calendar day in between too: a branch that opens on a Saturday must not stand without numbers, and
 * unused ones cost nothing. Receipts and slips of the new year are wanted before it begins.
 */
export function findLeaseWants(from: {
  readonly leases: LeaseStates;
  /** `codesAwaited` of the desk's state. */
  readonly awaited: ReadonlyMap<LocalDate, number>;
  readonly today: LocalDate;
  readonly unitCode: string;
  readonly calendar: WorkingCalendar;
}): readonly LeaseWant[] {
  const { leases, awaited, today, unitCode, calendar } = from;
  const aDay = numbersADay(leases, today);
  const last = addWorkingDays(today, WORKING_DAYS_AHEAD, calendar);
  const codesLeft = (date: LocalDate): number =>
    countNumbersLeft(leases, { kind: 'dossier-code', unitCode, date });
  const codes = (date: LocalDate, count: number): LeaseWant[] =>
    inWants(count, (some) => ({ kind: 'dossier-code', date, count: some }));

  const wants: LeaseWant[] = [];
  for (const [date, waiting] of awaited) {
    if (date < today || date > last) wants.push(...codes(date, waiting - codesLeft(date)));
  }
  for (let date = today; date <= last; date = addDays(date, 1)) {
    const still = date === today ? Math.max(aDay - codesUsedOn(leases, date), LEAST_A_DAY) : aDay;
    const need = still + (awaited.get(date) ?? 0);
    const left = codesLeft(date);
    if (left < need) wants.push(...codes(date, Math.max(LEAST_CODES, roundUp(need + aDay - left))));
  }
  const low = Math.max(LEAST_OF_YEAR.low, aDay * (WORKING_DAYS_AHEAD + 1));
  const block = Math.max(LEAST_OF_YEAR.block, roundUp(low));
  for (const year of new Set([Number(today.slice(0, 4)), Number(last.slice(0, 4))])) {
    if (countReceiptsLeft(leases, year) < low)
      wants.push(...inWants(block, (count) => ({ kind: 'receipt', year, count })));
    if (countNumbersLeft(leases, { kind: 'intake-slip', year }) < low)
      wants.push(...inWants(block, (count) => ({ kind: 'intake-slip', year, count })));
  }
  return wants;
}

/** What is wanted, however much of it: to tell whether asking again could give anything new. */
export const scopesOf = (wants: readonly LeaseWant[]): string =>
  wants.map((want) => `${want.kind} ${want.kind === 'dossier-code' ? want.date : want.year}`).join();
