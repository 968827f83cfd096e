import type { Instant } from '../../base/dates.ts';
import { addDays, fromHanoiTime, type HanoiTime, toHanoiTime } from '../../base/hanoi-time.ts';
import { assertNever } from '../../base/result.ts';
import type { ProcessingTerm } from '../procedure/procedure.ts';
import { addWorkingMinutes } from './add-working-minutes.ts';
import type { WorkingCalendar } from './calendar.ts';
import { startOfClock } from './start-of-clock.ts';
import { addWorkingDays, nextWorkingDay, workingDayFrom } from './working-days.ts';

/**
 * `no-date-set`: the law sets no term, the slip says "Không có ngày hẹn trả cụ thể" (Mẫu 01), and only then.
 * `estimated`: due after the last day that the calendar decides; the city's calendar may still move it.
 */
export type DueDate =
  | { readonly kind: 'due'; readonly dueAt: Instant; readonly estimated: boolean }
  | { readonly kind: 'no-date-set'; readonly dueAt: null };

/** What a dossier keeps of its due date; an estimate is a fact of its own, because the slip says it. */
export type ToldDueDate = { readonly dueAt: Instant | null; readonly dueEstimated?: true };

function endOfTerm(start: HanoiTime, term: ProcessingTerm, calendar: WorkingCalendar): HanoiTime {
  const closing = calendar.afternoon.toMinute;
  switch (term.unit) {
    case 'sameDay': {
      // Luật Hộ tịch Đ5k3: only what comes after the cut-off waits for the next working day.
      const late = start.minuteOfDay > calendar.sameDayUntilMinute;
      return { date: late ? nextWorkingDay(start.date, calendar) : start.date, minuteOfDay: closing };
    }
    case 'hours':
      return addWorkingMinutes(start, term.value * 60, calendar);
    case 'workingDay':
      return { ...start, date: addWorkingDays(start.date, term.value, calendar) };
    case 'calendarDay':
      return { ...start, date: workingDayFrom(addDays(start.date, term.value), calendar) };
    default:
      return assertNever(term.unit);
  }
}

/**
 * When the result is due (domain.md §6.2). Days are counted from the day after the clock starts; the hour of return is
 * the hour of intake, brought into the opening hours. A term of 0 (other than the same day) means that none is set.
 */
export function computeDueDate(
  receivedAt: Instant,
  term: ProcessingTerm,
  calendar: WorkingCalendar,
): DueDate {
  if (term.unit !== 'sameDay' && term.value === 0) return { kind: 'no-date-set', dueAt: null };
  const end = endOfTerm(startOfClock(toHanoiTime(receivedAt), calendar), term, calendar);
  return {
    kind: 'due',
    dueAt: fromHanoiTime(end.date, end.minuteOfDay),
    estimated: end.date > calendar.decidedUntil,
  };
}

/** The due date as the citizen is told it. */
export function tellDueDate(
  receivedAt: Instant,
  term: ProcessingTerm,
  calendar: WorkingCalendar,
): ToldDueDate {
  const due = computeDueDate(receivedAt, term, calendar);
  return {
    dueAt: due.dueAt,
    ...(due.kind === 'due' && due.estimated ? { dueEstimated: true as const } : {}),
  };
}
