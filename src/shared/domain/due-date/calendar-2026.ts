import { WorkingCalendar } from './calendar.ts';

const rest = (kind: 'HOLIDAY' | 'COMPENSATION' | 'SWAP_OFF', name: string, ...dates: string[]) =>
  dates.map((date) => ({ date, kind, name }));
const worked = (date: string, name: string) => ({ date, kind: 'SWAP_WORK', name });

/**
 * Used until the city sends its own. 2025 and 2026 as announced (TB 9441/TB-BNV, NQ 28/2026/QH16; domain.md §6.1);
 * 2027 is an estimate from the law alone: due dates that fall in it are marked so by `decidedUntil`.
 */
export const calendar2026: WorkingCalendar = WorkingCalendar.parse({
  version: '2026.1',
  decidedUntil: '2026-12-31',
  morning: { fromMinute: 8 * 60, toMinute: 12 * 60 },
  afternoon: { fromMinute: 13 * 60, toMinute: 17 * 60 },
  sameDayUntilMinute: 15 * 60,
  days: [
    ...rest('HOLIDAY', 'Tết Dương lịch', '2025-01-01', '2026-01-01', '2027-01-01'),
    ...rest('HOLIDAY', 'Tết Ất Tỵ', '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
    ...rest('HOLIDAY', 'Giỗ Tổ Hùng Vương', '2025-04-07', '2026-04-26', '2027-04-16'),
    worked('2025-04-26', 'Làm bù cho ngày 02/5'),
    ...rest('HOLIDAY', 'Ngày Chiến thắng', '2025-04-30', '2026-04-30', '2027-04-30'),
    ...rest('HOLIDAY', 'Quốc tế Lao động', '2025-05-01', '2026-05-01', '2027-05-01'),
    ...rest('SWAP_OFF', 'Nghỉ hoán đổi 30/4 - 01/5', '2025-05-02'),
    ...rest('HOLIDAY', 'Quốc khánh', '2025-09-01', '2025-09-02'),

    ...rest('SWAP_OFF', 'Nghỉ hoán đổi Tết Dương lịch', '2026-01-02'),
    worked('2026-01-10', 'Làm bù cho ngày 02/01'),
    ...rest('HOLIDAY', 'Tết Bính Ngọ', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
    ...rest('COMPENSATION', 'Nghỉ bù Giỗ Tổ Hùng Vương', '2026-04-27'),
    worked('2026-08-22', 'Làm bù cho ngày 31/8'),
    ...rest('SWAP_OFF', 'Nghỉ hoán đổi Quốc khánh', '2026-08-31'),
    ...rest('HOLIDAY', 'Quốc khánh', '2026-09-01', '2026-09-02'),
    ...rest('HOLIDAY', 'Ngày Văn hóa Việt Nam', '2026-11-24', '2027-11-24'),

    ...rest(
      'HOLIDAY',
      'Tết Đinh Mùi (dự kiến)',
      '2027-02-05',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-02-11',
    ),
    ...rest('COMPENSATION', 'Nghỉ bù 01/5 (dự kiến)', '2027-05-03'),
    ...rest('HOLIDAY', 'Quốc khánh (dự kiến)', '2027-09-02', '2027-09-03'),
  ],
});
