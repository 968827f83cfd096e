import type { LeaseId } from '../../base/ids.ts';
import type { NumberLease } from './number-lease.ts';

/** A lent block and how far it is used: `next` is the lowest number never used, `voided` are burned ones. */
export type LeaseState = {
  readonly lease: NumberLease;
  readonly next: number;
  readonly voided: readonly number[];
};

export type LeaseStates = ReadonlyMap<LeaseId, LeaseState>;
