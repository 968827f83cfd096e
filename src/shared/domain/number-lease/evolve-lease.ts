import type { LeaseState } from './lease-state.ts';
import type { LeasedNumber, NumberLease } from './number-lease.ts';

export const openLease = (lease: NumberLease): LeaseState => ({ lease, next: lease.from, voided: [] });

/** A number went out: it and everything below it is never used again. */
export function useNumber(state: LeaseState, leased: LeasedNumber): LeaseState {
  return leased.number < state.next ? state : { ...state, next: leased.number + 1 };
}

/** Nothing that is left of the block is ever used. */
export const closeLease = (state: LeaseState): LeaseState => ({ ...state, next: state.lease.to + 1 });

/** A number was burned; it stays listed, because it must stay explained. */
export function voidNumber(state: LeaseState, number: number): LeaseState {
  if (state.voided.includes(number)) return state;
  return { ...state, voided: [...state.voided, number].sort((left, right) => left - right) };
}
