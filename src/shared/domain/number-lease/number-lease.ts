import { z } from 'zod';
import { LocalDate } from '../../base/dates.ts';
import { LeaseId } from '../../base/ids.ts';

const block = {
  leaseId: LeaseId,
  from: z.int().min(1),
  to: z.int().min(1),
  /**
   * The city's signature on the block, for the city alone: put back to an older state, it finds out by it what it had lent.
   * Absent in blocks lent before there was one.
   */
  proof: z.string().max(200).optional(),
};

/**
 * A block of numbers lent by the city to one desk, `from` and `to` inclusive.
 * Dossier codes are per intake day (TT 03/2025 Đ13), receipts per series and year (NĐ 254/2026 Đ23),
 * intake-slip numbers per year.
 */
export const NumberLease = z.discriminatedUnion('kind', [
  z.object({ ...block, kind: z.literal('dossier-code'), unitCode: z.string(), date: LocalDate }),
  z.object({ ...block, kind: z.literal('receipt'), form: z.string(), series: z.string(), year: z.int() }),
  z.object({ ...block, kind: z.literal('intake-slip'), year: z.int() }),
]);
export type NumberLease = Readonly<z.infer<typeof NumberLease>>;
export type NumberKind = NumberLease['kind'];

export const NumberLeaseReceived = z.object({ type: z.literal('number-lease-received'), lease: NumberLease });

/** A number that was burned and why: it is never used again and stays explained. */
export const NumberVoided = z.object({
  type: z.literal('number-voided'),
  kind: z.enum(['dossier-code', 'receipt', 'intake-slip']),
  leaseId: LeaseId,
  number: z.int().min(1),
  reason: z.string().min(1),
});

/**
 * What is left of these blocks is never used: the desk was put back from a copy that may lack its last facts, so any of
 * these numbers may be on a paper that nobody here knows.
 */
export const NumberLeasesClosed = z.object({
  type: z.literal('number-leases-closed'),
  leases: z.array(LeaseId).min(1),
  reason: z.string().min(1),
});

/** Where a printed number came from. */
export const LeasedNumber = z.object({ leaseId: LeaseId, number: z.int().min(1) });
export type LeasedNumber = Readonly<z.infer<typeof LeasedNumber>>;
