import type { LocalDate } from '../../base/dates.ts';
import { addDays, dayOfWeek } from '../../base/hanoi-time.ts';
import type { WorkingCalendar } from './calendar.ts';

/** No calendar of the state rests longer; more means that the calendar is broken. */
const LONGEST_REST_DAYS = 60;

/** Saturdays and Sundays rest, unless the calendar says otherwise of that very day (domain.md §6.1). */
export function isWorkingDay(date: LocalDate, calendar: WorkingCalendar): boolean {
  const day = calendar.days.find((listed) => listed.date === date);
  if (day !== undefined) return day.kind === 'SWAP_WORK';
  const weekday = dayOfWeek(date);
  return weekday !== 0 && weekday !== 6;
}

/** The day itself when it is a working day, else the next one. */
export function workingDayFrom(date: LocalDate, calendar: WorkingCalendar): LocalDate {
  let day = date;
  for (let rested = 0; !isWorkingDay(day, calendar); rested += 1) {
    if (rested > LONGEST_REST_DAYS)
      throw new Error(`calendar ${calendar.version} has no working day after ${date}`);
    day = addDays(day, 1);
  }
  return day;
}

export const nextWorkingDay = (date: LocalDate, calendar: WorkingCalendar): LocalDate =>
  workingDayFrom(addDays(date, 1), calendar);

/** The `count`-th working day after `date`. */
export function addWorkingDays(date: LocalDate, count: number, calendar: WorkingCalendar): LocalDate {
  let day = date;
  for (let counted = 0; counted < count; counted += 1) day = nextWorkingDay(day, calendar);
  return day;
}
