import { describe, expect, it } from 'vitest';
import { numberSupply } from '../../../../src/renderer/ui/dossier/number-supply.ts';
import type { Instant } from '../../../../src/shared/base/dates.ts';
import { calendar2026 } from '../../../../src/shared/domain/due-date/calendar-2026.ts';
import { openLease } from '../../../../src/shared/domain/number-lease/evolve-lease.ts';
import type { NumberLease } from '../../../../src/shared/domain/number-lease/number-lease.ts';
import { dossierLease, NOW, receiptLease, slipLease } from '../../../shared/support/a-desk.ts';

const supply = (leases: readonly NumberLease[], now: Instant = NOW) =>
  numberSupply(new Map(leases.map((lease) => [lease.leaseId, openLease(lease)])), {
    unitCode: 'H26.40.02',
    receipt: { form: 'EBL01', series: '26TAA' },
    calendar: calendar2026,
    now,
  });
const days = ['2026-11-20', '2026-11-23', '2026-11-25', '2026-11-26', '2026-11-27'];
const plenty = [
  ...days.map((date, n) => dossierLease(n + 1, 1, 100, date)),
  receiptLease(20, 1, 500),
  slipLease(30, 1, 500),
];

describe('numbers left', () => {
  it('counts days at the pace of the desk, over weekend and holiday, and finds nothing short', () => {
    expect(supply(plenty)).toMatchObject({
      dossierCodesToday: 100,
      workingDaysAhead: 5,
      receiptDays: 12,
      slipDays: 12,
      series: '26TAA',
      shortages: [],
    });
  });

  it('[NL-3] tells what is out, what is soon and what is low, the worst first', () => {
    const shortages = supply([dossierLease(1, 1, 5), receiptLease(20, 1, 120)]).shortages.map(
      ({ kind, level }) => `${kind} ${level}`,
    );
    expect(shortages).toEqual(['slips out', 'codes soon', 'receipts low']);
  });

  it('[NL-8] warns before the year ends without receipts of the next', () => {
    const now = '2026-12-30T03:00:00.000Z' as Instant;
    const kinds = (leases: readonly NumberLease[]) => supply(leases, now).shortages.map(({ kind }) => kind);
    expect(kinds(plenty)).toContain('nextYear');
    expect(kinds([...plenty, receiptLease(21, 1, 500, '27TAA')])).not.toContain('nextYear');
  });
});
