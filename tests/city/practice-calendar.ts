import { LocalDate } from '../../src/shared/base/dates.ts';
import type { WorkingCalendar } from '../../src/shared/domain/due-date/calendar.ts';

type DayKind = WorkingCalendar['days'][number]['kind'];
const day = (date: string, kind: DayKind, name: string) => ({ date: LocalDate.parse(date), kind, name });

/** Rest days of 2026 (TB 9441/TB-BNV, NQ 28; domain.md §6.1). */
export const CALENDAR_2026: WorkingCalendar = {
  version: '2026.1',
  decidedUntil: LocalDate.parse('2026-12-31'),
  morning: { fromMinute: 8 * 60, toMinute: 12 * 60 },
  afternoon: { fromMinute: 13 * 60, toMinute: 17 * 60 },
  sameDayUntilMinute: 15 * 60,
  days: [
    day('2026-01-01', 'HOLIDAY', 'Tết Dương lịch'),
    day('2026-01-02', 'SWAP_OFF', 'Nghỉ hoán đổi'),
    day('2026-01-10', 'SWAP_WORK', 'Làm bù'),
    ...[16, 17, 18, 19, 20].map((d) => day(`2026-02-${d}`, 'HOLIDAY', 'Tết Nguyên đán')),
    day('2026-04-27', 'COMPENSATION', 'Nghỉ bù Giỗ Tổ'),
    day('2026-04-30', 'HOLIDAY', 'Ngày Chiến thắng'),
    day('2026-05-01', 'HOLIDAY', 'Quốc tế Lao động'),
    day('2026-08-22', 'SWAP_WORK', 'Làm bù'),
    day('2026-08-31', 'SWAP_OFF', 'Nghỉ hoán đổi'),
    day('2026-09-01', 'HOLIDAY', 'Quốc khánh'),
    day('2026-09-02', 'HOLIDAY', 'Quốc khánh'),
    day('2026-11-24', 'HOLIDAY', 'Ngày Văn hóa Việt Nam'),
  ],
};
