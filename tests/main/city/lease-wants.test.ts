import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLeaseWants, type LeaseWant } from '../../../src/main/city/lease-wants.ts';
import type { LocalDate } from '../../../src/shared/base/dates.ts';
import { addDays } from '../../../src/shared/base/hanoi-time.ts';
import type { LeaseId } from '../../../src/shared/base/ids.ts';
import { calendar2026 } from '../../../src/shared/domain/due-date/calendar-2026.ts';
import { isWorkingDay } from '../../../src/shared/domain/due-date/working-days.ts';
import { openLease, useNumber } from '../../../src/shared/domain/number-lease/evolve-lease.ts';
import type { LeaseStates } from '../../../src/shared/domain/number-lease/lease-state.ts';
import type { NumberLease } from '../../../src/shared/domain/number-lease/number-lease.ts';

const UNIT = 'H26.40.02';
const reference = { calendar: calendar2026, receipt: { form: 'EBL01', series: '26TAA' } };
const day = (text: string) => text as LocalDate;

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
          ? { ...block, kind: want.kind, ...reference.receipt, year: want.year }
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
        const dates = findLeaseWants(new Map(), today, UNIT, reference).flatMap((want) =>
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
        const leases = lend(findLeaseWants(new Map(), today, UNIT, reference));
        expect(findLeaseWants(leases, today, UNIT, reference)).toEqual([]);
      }),
    );
  });

  it('[LC-32] the next day wants the one day that is new; a day nearly used up is filled again', () => {
    const today = day('2026-11-16');
    const leases = lend(findLeaseWants(new Map(), today, UNIT, reference));
    // From Monday the five working days end on the next Monday; a day later they end on Wednesday, over the holiday of 24/11.
    const next = findLeaseWants(leases, addDays(today, 1), UNIT, reference);
    expect(next.map((want) => ('date' in want ? want.date : want.kind))).toEqual([
      '2026-11-24',
      '2026-11-25',
    ]);
    const used = new Map(leases);
    for (const [leaseId, state] of leases)
      if (state.lease.kind === 'dossier-code' && state.lease.date === today)
        used.set(leaseId, useNumber(state, { leaseId, number: state.lease.from + 60 }));
    expect(findLeaseWants(used, today, UNIT, reference)).toEqual([
      { kind: 'dossier-code', date: today, count: 100 },
    ]);
  });

  it('[LC-33] slips of the new year are there before it begins', () => {
    const wants = findLeaseWants(new Map(), day('2026-12-30'), UNIT, reference);
    expect(wants.filter((want) => want.kind === 'intake-slip').map((want) => want.year)).toEqual([
      2026, 2027,
    ]);
  });
});
