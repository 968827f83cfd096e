import { z } from 'zod';
import { LocalDate } from '../../base/dates.ts';

/** A day that differs from the ordinary week (domain.md §6.1). Saturdays and Sundays are rest days unless listed. */
export const CalendarDay = z.object({
  date: LocalDate,
  kind: z.enum(['HOLIDAY', 'COMPENSATION', 'SWAP_OFF', 'SWAP_WORK']),
  name: z.string(),
});

/** Opening hours as minutes after midnight, Hà Nội time. */
export const WorkingSession = z.object({ fromMinute: z.int(), toMinute: z.int() });

export const WorkingCalendar = z.object({
  version: z.string(),
  /** Until when the days are decided; a due date after it is an estimate and says so. */
  decidedUntil: LocalDate,
  morning: WorkingSession,
  afternoon: WorkingSession,
  /** "trong ngày": received until this minute, else the next working day (Luật Hộ tịch Đ5k3). */
  sameDayUntilMinute: z.int(),
  days: z.array(CalendarDay),
});
export type WorkingCalendar = Readonly<z.infer<typeof WorkingCalendar>>;
