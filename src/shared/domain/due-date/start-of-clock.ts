import type { HanoiTime } from '../../base/hanoi-time.ts';
import type { WorkingCalendar } from './calendar.ts';
import { isWorkingDay, nextWorkingDay } from './working-days.ts';

/**
 * From when the term runs (domain.md §6.2.1): before opening → opening; at noon → afternoon; after closing or on a day
 * of rest → the next working morning.
 */
export function startOfClock(intake: HanoiTime, calendar: WorkingCalendar): HanoiTime {
  const { morning, afternoon } = calendar;
  if (!isWorkingDay(intake.date, calendar) || intake.minuteOfDay > afternoon.toMinute) {
    return { date: nextWorkingDay(intake.date, calendar), minuteOfDay: morning.fromMinute };
  }
  if (intake.minuteOfDay < morning.fromMinute) return { ...intake, minuteOfDay: morning.fromMinute };
  if (intake.minuteOfDay > morning.toMinute && intake.minuteOfDay < afternoon.fromMinute) {
    return { ...intake, minuteOfDay: afternoon.fromMinute };
  }
  return intake;
}
