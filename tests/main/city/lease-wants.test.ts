import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLeaseWants, type LeaseWant } from '../../../src/main/city/lease-wants.ts';
import type { LocalDate } from '../../../src/shared/base/dates.ts';
import { addDays } from '../../../src/shared/base/hanoi-time.ts';
import type { LeaseId } from '../../../src/shared/base/ids.ts';
import { calendar2026 } from '../../../src/shared/domain/due-date/calendar-2026.ts';
import { isWorkingDay } from '../../../src/shared/domain/due-date/working-days.ts';
import { openLease, useNumber } from '../../../src/shared/domain/number-lease/evolve-lease.ts';
import {
  countNumbersLeft,
  findNextNumber,
} from '../../../src/shared/domain/number-lease/find-next-number.ts';
import { countReceiptsLeft } from '../../../src/shared/domain/number-lease/find-receipt-number.ts';
import type { LeaseStates } from '../../../src/shared/domain/number-lease/lease-state.ts';
import type { NumberLease } from '../../../src/shared/domain/number-lease/number-lease.ts';

const UNIT = 'H26.40.02';
const day = (text: string) => text as LocalDate;
const wanted = (leases: LeaseStates, today: LocalDate, awaited: ReadonlyMap<LocalDate, number> = new Map()) =>
  findLeaseWants({ leases, awaited, today, unitCode: UNIT, calendar: calendar2026 });
/** `count` dossiers received on that day. */
function use(leases: LeaseStates, date: LocalDate, count: number): LeaseStates {
  const used = new Map(leases);
  for (let n = 0; n < count; n += 1) {
    const leased = findNextNumber(used, { kind: 'dossier-code', unitCode: UNIT, date });
    const state = leased === null ? undefined : used.get(leased.leaseId);
    if (leased === null || state === undefined) throw new Error('too few codes');
    used.set(leased.leaseId, useNumber(state, leased));
  }
  return used;
}

/** What a city lends that gives just what was wanted. */
function lend(wants: readonly LeaseWant[], before: LeaseStates = new Map()): LeaseStates {
  const leases = new Map(before);
  for (const want of wants) {
    const leaseId = `00000000-0000-7000-8000-${String(leases.size).padStart(12, '0')}` as LeaseId;
    const from = 1 + leases.size * 10_000;
    const block = { leaseId, from, to: from + want.count - 1 };
    const lease: NumberLease =
      want.kind === 'dossier-code'
        ? { ...block, kind: want.kind, unitCode: UNIT, date: want.date }
        : want.kind === 'receipt'
          ? { ...block, kind: want.kind, form: 'EBL01', series: `${want.year % 100}TAA`, year: want.year }
          : { ...block, kind: want.kind, year: want.year };
    leases.set(leaseId, openLease(lease));
  }
  return leases;
}

describe('numbers kept ahead', () => {
  it('[LC-30] covers today and five working days, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360 }), (offset) => {
        const today = addDays(day('2026-01-01'), offset);
        const dates = wanted(new Map(), today).flatMap((want) =>
          want.kind === 'dossier-code' ? [want.date] : [],
        );
        expect(dates[0]).toBe(today);
        expect(dates.filter((date) => date > today && isWorkingDay(date, calendar2026))).toHaveLength(5);
      }),
    );
  });

  it('[LC-31] wants nothing more when it was lent what it wanted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360 }), (offset) => {
        const today = addDays(day('2026-01-01'), offset);
        const leases = lend(wanted(new Map(), today));
        expect(wanted(leases, today)).toEqual([]);
      }),
    );
  });

  it('[LC-32] the next day wants the one day that is new; a day nearly used up is filled again', () => {
    const today = day('2026-11-16');
    const leases = lend(wanted(new Map(), today));
    // From Monday the five working days end on the next Monday; a day later they end on Wednesday, over the holiday of 24/11.
    const next = wanted(leases, addDays(today, 1));
    expect(next.map((want) => ('date' in want ? want.date : want.kind))).toEqual([
      '2026-11-24',
      '2026-11-25',
    ]);
    const used = new Map(leases);
    for (const [leaseId, state] of leases)
      if (state.lease.kind === 'dossier-code' && state.lease.date === today)
        used.set(leaseId, useNumber(state, { leaseId, number: state.lease.from + 60 }));
    expect(wanted(used, today)).toEqual([{ kind: 'dossier-code', date: today, count: 100 }]);
  });

  it('[LC-34] a busy desk is lent by its own use: 120 a day do not run dry in five days', () => {
    let leases: LeaseStates = new Map();
    let today = day('2026-11-02');
    const aDay = (most: number) => {
      // The line is up in the morning and fills what is wanted; then again while the day is worked.
      for (let tries = 0; tries < 3; tries += 1) leases = lend(wanted(leases, today), leases);
      for (let done = 0; done < most; done += 20) {
        leases = use(leases, today, 20);
        leases = lend(wanted(leases, today), leases);
      }
    };
    for (let n = 0; n < 4; n += 1, today = addDays(today, 1)) aDay(120);
    // The line goes for five working days, in the evening.
    let working = 0;
    let codes = 0;
    for (let date = today; working < 5; date = addDays(date, 1)) {
      if (!isWorkingDay(date, calendar2026)) continue;
      working += 1;
      leases = use(leases, date, 120);
      codes += 120;
    }
    expect(countReceiptsLeft(leases, 2026)).toBeGreaterThanOrEqual(codes);
    expect(countNumbersLeft(leases, { kind: 'intake-slip', year: 2026 })).toBeGreaterThanOrEqual(codes);
  });

  it('[LC-35] codes that provisional dossiers wait for are wanted for their own day, also a past one', () => {
    const today = day('2026-11-20');
    const leases = lend(wanted(new Map(), today));
    const awaited = new Map([
      [day('2026-11-18'), 3],
      [day('2026-11-10'), 1200],
    ]);
    expect(wanted(leases, today, awaited)).toEqual([
      { kind: 'dossier-code', date: '2026-11-18', count: 3 },
      { kind: 'dossier-code', date: '2026-11-10', count: 1000 },
      { kind: 'dossier-code', date: '2026-11-10', count: 200 },
    ]);
    // Those of today are wanted on top of what the rest of the day needs.
    const [want] = wanted(leases, today, new Map([[today, 90]]));
    expect(want?.count).toBeGreaterThanOrEqual(30);
    // And nothing more once they are there.
    const lent = lend(wanted(leases, today, awaited), leases);
    expect(wanted(lent, today, awaited)).toEqual([]);
  });

  it('[LC-33] receipts of the new year, in its own series, are there before it begins', () => {
    const wants = wanted(new Map(), day('2026-12-30'));
    expect(wants.flatMap((want) => (want.kind === 'receipt' ? [want.year] : []))).toEqual([2026, 2027]);
  });

  it('[LC-33] slips of the new year are there before it begins', () => {
    const wants = wanted(new Map(), day('2026-12-30'));
    expect(wants.filter((want) => want.kind === 'intake-slip').map((want) => want.year)).toEqual([
      2026, 2027,
    ]);
  });
});
