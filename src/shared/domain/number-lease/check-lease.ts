import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import { isSeriesOfYear } from './find-receipt-number.ts';
import type { LeaseStates } from './lease-state.ts';
import type { LeasedNumber, NumberKind, NumberLease } from './number-lease.ts';
import { scopeOf } from './number-want.ts';

/** Eight digits: what a receipt may carry (NĐ 254/2026 Đ23); codes and slips stay far below. */
const HIGHEST_NUMBER = 99_999_999;

/**
 * May this block be taken in? Failures: `lease-already-held`, `lease-empty`, `lease-out-of-range`, `lease-not-for-this-unit`,
 * `lease-not-of-year` (the receipt's series is of another year), `lease-overlaps` (the city lent a number twice; nothing
 * good can come of using it).
 */
export function checkNewLease(
  leases: LeaseStates,
  lease: NumberLease,
  unitCode: string,
): Result<null, Failure> {
  if (leases.has(lease.leaseId)) return fail('lease-already-held', 'officer-decides');
  if (lease.from > lease.to) return fail('lease-empty', 'call-support', { from: lease.from, to: lease.to });
  if (lease.to > HIGHEST_NUMBER) return fail('lease-out-of-range', 'call-support', { to: lease.to });
  if (lease.kind === 'dossier-code' && lease.unitCode !== unitCode) {
    return fail('lease-not-for-this-unit', 'call-support', { unitCode: lease.unitCode });
  }
  if (lease.kind === 'receipt' && !isSeriesOfYear(lease.series, lease.year)) {
    return fail('lease-not-of-year', 'call-support', { series: lease.series, year: lease.year });
  }
  const scope = scopeOf(lease);
  for (const { lease: held } of leases.values()) {
    if (scopeOf(held) === scope && held.from <= lease.to && lease.from <= held.to) {
      return fail('lease-overlaps', 'call-support', { from: lease.from, to: lease.to });
    }
  }
  return ok(null);
}

/**
 * Is this number of this block free to be used or voided? Failures: `lease-unknown`, `number-outside-lease`,
 * `number-already-used`, `number-voided`.
 */
export function checkFreeNumber(
  leases: LeaseStates,
  kind: NumberKind,
  leased: LeasedNumber,
): Result<NumberLease, Failure> {
  const state = leases.get(leased.leaseId);
  const facts = { number: leased.number };
  if (state === undefined || state.lease.kind !== kind) return fail('lease-unknown', 'call-support', facts);
  if (leased.number < state.lease.from || leased.number > state.lease.to) {
    return fail('number-outside-lease', 'call-support', facts);
  }
  if (leased.number < state.next) return fail('number-already-used', 'call-support', facts);
  if (state.voided.includes(leased.number)) return fail('number-voided', 'call-support', facts);
  return ok(state.lease);
}
