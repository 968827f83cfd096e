import type { Instant, LocalDate } from './dates.ts';
import { toHanoiTime } from './hanoi-time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-21` → `21/11/2026`. */
export const formatDate = (date: LocalDate): string => date.split('-').reverse().join('/');

/** `10:42`, Hà Nội time. */
export function formatClock(at: Instant): string {
  const { minuteOfDay } = toHanoiTime(at);
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** `10:42 21/11/2026`, Hà Nội time. */
export const formatDateTime = (at: Instant): string =>
  `${formatClock(at)} ${formatDate(toHanoiTime(at).date)}`;

/**
 * As the forms write a day: `ngày 21 tháng 11 năm 2026`; days and the months 1 and 2 get a leading zero
 * (NĐ 30/2020, PL I: numbers under 10 of the day and months 1, 2).
 */
export function formatDateInWords(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const monthShown = Number(month) <= 2 ? month : String(Number(month));
  return `ngày ${day} tháng ${monthShown} năm ${year}`;
}

/** As Mẫu 01 writes a moment: `10 giờ 42 phút, ngày 21 tháng 11 năm 2026`, Hà Nội time. */
export function formatMoment(at: Instant): string {
  const { date, minuteOfDay } = toHanoiTime(at);
  return `${two(Math.floor(minuteOfDay / 60))} giờ ${two(minuteOfDay % 60)} phút, ${formatDateInWords(date)}`;
}
