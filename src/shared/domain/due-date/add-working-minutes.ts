import type { HanoiTime } from '../../base/hanoi-time.ts';
import type { WorkingCalendar } from './calendar.ts';
import { nextWorkingDay } from './working-days.ts';

/** Runs `minutes` through the opening hours; ends at a closing hour rather than at the next opening. */
export function addWorkingMinutes(start: HanoiTime, minutes: number, calendar: WorkingCalendar): HanoiTime {
  const sessions = [calendar.morning, calendar.afternoon];
  if (sessions.every(({ fromMinute, toMinute }) => toMinute <= fromMinute)) {
    throw new Error(`calendar ${calendar.version} is never open`);
  }
  let left = minutes;
  let at = start;
  for (;;) {
    for (const { fromMinute, toMinute } of sessions) {
      const from = Math.max(at.minuteOfDay, fromMinute);
      const open = Math.max(0, toMinute - from);
      if (left <= open) return { date: at.date, minuteOfDay: from + left };
      left -= open;
    }
    at = { date: nextWorkingDay(at.date, calendar), minuteOfDay: 0 };
  }
}
