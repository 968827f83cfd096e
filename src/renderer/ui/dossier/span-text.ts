import { Instant } from '../../../shared/base/dates.ts';
import { addDays, hanoiDate } from '../../../shared/base/hanoi-time.ts';
import { dayText, momentText, timeText } from '../../text/dates-and-money.ts';
import type { Text } from '../../text/use-text.ts';

/** Whole minutes gone by; a clock that jumped back gives 0. */
export const minutesSince = (at: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 60_000));

/** `38 phút`, `2 giờ 5 phút`, `3 ngày`. */
export function spanText(t: Text, minutes: number): string {
  if (minutes < 1) return t('spans.underAMinute');
  if (minutes < 60) return t('spans.minutes', { n: minutes });
  if (minutes < 48 * 60) return t('spans.hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
  return t('spans.days', { n: Math.floor(minutes / (24 * 60)) });
}

export const instantOf = (now: Date): Instant => Instant.parse(now.toISOString());

/** When the result is due as one says it: `hôm nay 17:00`, `mai 10:42`, `02/12/2026`, `quá hạn …`. */
export function dueText(t: Text, dueAt: Instant | null, now: Date): string {
  if (dueAt === null) return t('spans.noDue');
  if (Date.parse(dueAt) < now.getTime()) return t('spans.overdue', { at: momentText(dueAt) });
  const today = hanoiDate(instantOf(now));
  const day = hanoiDate(dueAt);
  if (day === today) return t('spans.dueToday', { at: timeText(dueAt) });
  if (day === addDays(today, 1)) return t('spans.dueTomorrow', { at: timeText(dueAt) });
  return dayText(dueAt);
}
