import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../../../src/shared/base/dates.ts';
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatMoment,
} from '../../../src/shared/base/format-date.ts';
import {
  addDays,
  dayOfWeek,
  fromHanoiTime,
  hanoiDate,
  toHanoiTime,
} from '../../../src/shared/base/hanoi-time.ts';

const at = (text: string) => text as Instant;
const day = (text: string) => text as LocalDate;

describe('Hà Nội time', () => {
  it('is seven hours ahead of UTC and may be a day ahead', () => {
    expect(toHanoiTime(at('2026-11-21T03:42:59.999Z'))).toEqual({ date: '2026-11-21', minuteOfDay: 642 });
    expect(hanoiDate(at('2026-11-20T17:00:00.000Z'))).toBe('2026-11-21');
    expect(hanoiDate(at('2026-11-20T16:59:59.999Z'))).toBe('2026-11-20');
  });

  it('comes back from what it shows', () => {
    const shown = toHanoiTime(at('2026-12-31T17:05:00.000Z'));
    expect(shown).toEqual({ date: '2027-01-01', minuteOfDay: 5 });
    expect(fromHanoiTime(shown.date, shown.minuteOfDay)).toBe('2026-12-31T17:05:00.000Z');
  });

  it('steps over months, leap days and years', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28');
    expect(dayOfWeek(day('2026-11-21'))).toBe(6);
  });

  it('is written as the forms write it', () => {
    const moment = at('2026-11-21T02:05:00.000Z');
    expect(formatClock(moment)).toBe('09:05');
    expect(formatDate(day('2026-11-05'))).toBe('05/11/2026');
    expect(formatDateTime(moment)).toBe('09:05 21/11/2026');
    expect(formatMoment(moment)).toBe('09 giờ 05 phút, ngày 21 tháng 11 năm 2026');
    expect(formatMoment(at('2026-02-03T02:05:00.000Z'))).toBe('09 giờ 05 phút, ngày 03 tháng 02 năm 2026');
  });
});
