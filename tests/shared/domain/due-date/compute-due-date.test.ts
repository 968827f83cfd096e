import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../../../../src/shared/base/dates.ts';
import { dayOfWeek, fromHanoiTime, toHanoiTime } from '../../../../src/shared/base/hanoi-time.ts';
import { calendar2026 } from '../../../../src/shared/domain/due-date/calendar-2026.ts';
import { computeDueDate } from '../../../../src/shared/domain/due-date/compute-due-date.ts';
import { isWorkingDay } from '../../../../src/shared/domain/due-date/working-days.ts';
import type { ProcessingTerm } from '../../../../src/shared/domain/procedure/procedure.ts';

const hanoi = (date: string, clock: string): Instant => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return fromHanoiTime(date as LocalDate, hours * 60 + minutes);
};
const days = (value: number): ProcessingTerm => ({ value, unit: 'workingDay' });
const calendarDays = (value: number): ProcessingTerm => ({ value, unit: 'calendarDay' });
const hours = (value: number): ProcessingTerm => ({ value, unit: 'hours' });
const sameDay: ProcessingTerm = { value: 0, unit: 'sameDay' };

describe('due dates', () => {
  it.each<[string, string, string, ProcessingTerm, string, string]>([
    ['[DD-3] domain.md §6.2.7 over the 24/11 holiday', '2026-11-20', '16:59', days(3), '2026-11-26', '16:59'],
    ['[DD-2] domain.md §6.2.7 after the cut-off', '2026-11-23', '15:01', sameDay, '2026-11-25', '17:00'],
    [
      '[DD-4] domain.md §6.2.7 rolls over a week-end',
      '2026-01-16',
      '09:00',
      calendarDays(15),
      '2026-02-02',
      '09:00',
    ],
    ['[DD-3] domain.md §6.2.7 over Tết', '2026-02-12', '10:00', days(5), '2026-02-26', '10:00'],
    ['[DD-2] at the cut-off', '2026-11-23', '15:00', sameDay, '2026-11-23', '17:00'],
    ['[DD-2] in the morning', '2026-11-23', '08:30', sameDay, '2026-11-23', '17:00'],
    ['[DD-2] after closing: the whole next day', '2026-11-20', '17:30', sameDay, '2026-11-23', '17:00'],
    ['[DD-1] before opening', '2026-11-20', '07:10', days(1), '2026-11-23', '08:00'],
    ['[DD-1] at noon', '2026-11-20', '12:20', days(1), '2026-11-23', '13:00'],
    [
      '[DD-1] after closing counts from the next working day',
      '2026-11-20',
      '17:01',
      days(1),
      '2026-11-25',
      '08:00',
    ],
    ['[DD-1] on a Saturday', '2026-11-21', '09:00', days(1), '2026-11-25', '08:00'],
    ['[DD-1] on a holiday', '2026-11-24', '09:00', sameDay, '2026-11-25', '17:00'],
    ['[DD-6] a Saturday that is worked', '2026-08-21', '09:00', days(1), '2026-08-22', '09:00'],
    ['[DD-6] a swapped Monday and both days of 2/9', '2026-08-28', '09:00', days(1), '2026-09-03', '09:00'],
    ['[DD-6] the day off for Giỗ Tổ on a Sunday', '2026-04-24', '09:00', days(1), '2026-04-28', '09:00'],
    ['[DD-5] eight hours are a working day', '2026-11-19', '09:30', hours(8), '2026-11-20', '09:30'],
    ['[DD-5] hours stop at noon', '2026-11-19', '11:00', hours(2), '2026-11-19', '14:00'],
    [
      '[DD-5] hours end at closing, not at the next opening',
      '2026-11-19',
      '15:00',
      hours(2),
      '2026-11-19',
      '17:00',
    ],
    ['[DD-5] hours over a week-end and a holiday', '2026-11-20', '16:00', hours(10), '2026-11-25', '09:00'],
    ['[DD-4] ends on a working day', '2026-11-19', '09:00', calendarDays(4), '2026-11-23', '09:00'],
    [
      '[DD-4] rolls over week-end and Monday off',
      '2026-08-19',
      '09:00',
      calendarDays(10),
      '2026-09-03',
      '09:00',
    ],
  ])('%s: %s %s', (_rule, date, clock, term, dueDate, dueClock) => {
    const due = computeDueDate(hanoi(date, clock), term, calendar2026);
    expect(due.dueAt).toBe(hanoi(dueDate, dueClock));
  });

  it('[DD-7] [IS-2] no term in law, no date', () => {
    for (const unit of ['workingDay', 'calendarDay', 'hours'] as const) {
      const due = computeDueDate(hanoi('2026-11-20', '09:00'), { value: 0, unit }, calendar2026);
      expect(due).toEqual({ kind: 'no-date-set', dueAt: null });
    }
  });

  it('[DD-7] after the last decided day it is an estimate', () => {
    const at = (date: string) => computeDueDate(hanoi(date, '09:00'), days(1), calendar2026);
    expect(at('2026-12-30')).toMatchObject({ kind: 'due', estimated: false });
    expect(at('2026-12-31')).toMatchObject({
      kind: 'due',
      estimated: true,
      dueAt: hanoi('2027-01-04', '09:00'),
    });
  });

  const moment = fc
    .integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2027-06-30T00:00:00Z') })
    .map((ms) => new Date(ms).toISOString() as Instant);
  const term = fc.oneof(
    fc.constant(sameDay),
    fc.integer({ min: 1, max: 60 }).map(days),
    fc.integer({ min: 1, max: 90 }).map(calendarDays),
    fc.integer({ min: 1, max: 240 }).map(hours),
  );

  it('always falls into opening hours of a working day, never before intake', () => {
    fc.assert(
      fc.property(moment, term, (receivedAt, processing) => {
        const { dueAt } = computeDueDate(receivedAt, processing, calendar2026);
        if (dueAt === null) return false;
        const due = toHanoiTime(dueAt);
        const open =
          (due.minuteOfDay >= 480 && due.minuteOfDay <= 720) ||
          (due.minuteOfDay >= 780 && due.minuteOfDay <= 1020);
        // Intake within the last minute before closing is shown, and due, at that minute.
        return isWorkingDay(due.date, calendar2026) && open && dueAt.slice(0, 16) >= receivedAt.slice(0, 16);
      }),
    );
  });

  it('[DD-8] a later intake is never due earlier', () => {
    fc.assert(
      fc.property(moment, moment, term, (one, two, processing) => {
        const [early, late] = one < two ? [one, two] : [two, one];
        const dueEarly = computeDueDate(early, processing, calendar2026).dueAt ?? '';
        const dueLate = computeDueDate(late, processing, calendar2026).dueAt ?? '';
        return dueEarly <= dueLate;
      }),
    );
  });
});

describe('the built-in calendar', () => {
  it('[DD-6] names each day once, swapped work only on week-ends, rest listed only where a day would be worked', () => {
    const dates = calendar2026.days.map((day) => day.date);
    expect(new Set(dates).size).toBe(dates.length);
    for (const { date, kind } of calendar2026.days) {
      const weekend = [0, 6].includes(dayOfWeek(date));
      if (kind === 'SWAP_WORK') expect(weekend, date).toBe(true);
      if (kind === 'SWAP_OFF' || kind === 'COMPENSATION') expect(weekend, date).toBe(false);
    }
  });

  it('[DD-6] has the working days of 2026', () => {
    const working = (date: string) => isWorkingDay(date as LocalDate, calendar2026);
    expect(['2026-01-02', '2026-02-16', '2026-04-27', '2026-08-31', '2026-11-24'].map(working)).not.toContain(
      true,
    );
    expect(['2026-01-10', '2026-08-22', '2026-11-23', '2026-09-03'].map(working)).not.toContain(false);
  });
});
