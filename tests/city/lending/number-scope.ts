import type { NumberKind, NumberLease } from '../../../src/shared/domain/number-lease/number-lease.ts';
import type { Sql } from '../city-database.ts';
import type { LendingPeriod } from './lending-period.ts';

/** The run of numbers that a lease is cut from: within one, no number exists twice. */
export function scopeOf(lease: NumberLease, collectorTaxCode: string, branchId: string): string {
  if (lease.kind === 'dossier-code') return `dossier-code/${lease.unitCode}/${lease.date}`;
  if (lease.kind === 'receipt')
    return `receipt/${collectorTaxCode}/${lease.form}/${lease.series}/${lease.year}`;
  return `intake-slip/${branchId}/${lease.year}`;
}

/**
 * How far apart periods begin: more than can be lent of one run in the time that a backup may lack. Codes grow from 4 to at
 * most 9 digits (domain.md §3.1), receipts end at 99.999.999 (§3.4).
 */
export const STRIDES: Readonly<Record<NumberKind, number>> = {
  'dossier-code': 10_000,
  receipt: 100_000,
  'intake-slip': 100_000,
};

const DAY_MS = 86_400_000;
/** Desks ask for codes some days ahead; more than this nobody can have asked before the period began. */
const AHEAD_DAYS = 62;

/** Where the next block of a run would begin, the run's counter locked. */
export async function findNextToLend(
  sql: Sql,
  lease: NumberLease,
  scope: string,
  period: LendingPeriod,
): Promise<number> {
  const [counter] = await sql.query<{ next_number: number; slot: number }>(
    'SELECT next_number, slot FROM lease_counters WHERE scope = $1 FOR UPDATE',
    [scope],
  );
  const stride = STRIDES[lease.kind];
  if (counter === undefined) return mayBeForgotten(lease, period) ? period.slot * stride + 1 : 1;
  return counter.next_number + Math.max(0, period.slot - counter.slot) * stride;
}

/** Whether a run that the city does not know may have been lent from before the period began. */
function mayBeForgotten(lease: NumberLease, { beganAt }: LendingPeriod): boolean {
  const horizon = new Date(beganAt.getTime() + AHEAD_DAYS * DAY_MS).toISOString();
  return lease.kind === 'dossier-code'
    ? lease.date <= horizon.slice(0, 10)
    : lease.year <= Number(horizon.slice(0, 4));
}
