import type { Instant } from '../../shared/base/dates.ts';

const HANOI_OFFSET_MS = 7 * 60 * 60 * 1000;
const twoDigits = (value: number): string => String(value).padStart(2, '0');

const inHanoi = (at: Instant): Date => new Date(Date.parse(at) + HANOI_OFFSET_MS);

/** "ngày 05 tháng 02 năm 2026": days under 10 and the months 1 and 2 get a zero (NĐ 30/2020, PL I). */
export function dateInWords(at: Instant): string {
  const local = inHanoi(at);
  const month = local.getUTCMonth() + 1;
  const shownMonth = month <= 2 ? twoDigits(month) : String(month);
  return `ngày ${twoDigits(local.getUTCDate())} tháng ${shownMonth} năm ${local.getUTCFullYear()}`;
}

/** "10 giờ 42 phút, ngày 21 tháng 11 năm 2026", as Mẫu 01 prints it. */
export function momentInWords(at: Instant): string {
  const local = inHanoi(at);
  return `${twoDigits(local.getUTCHours())} giờ ${twoDigits(local.getUTCMinutes())} phút, ${dateInWords(at)}`;
}

/** `2026-11-21` in Hà Nội. */
export const isoDay = (at: Instant): string => inHanoi(at).toISOString().slice(0, 10);
