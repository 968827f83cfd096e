import type { LeaseState, LeaseStates } from './lease-state.ts';
import type { LeasedNumber } from './number-lease.ts';
import { type NumberWant, scopeOf } from './number-want.ts';

/** Lowest number of the lease that is neither used nor voided; past `to` when there is none. */
function nextFree(state: LeaseState): number {
  let next = state.next;
  while (state.voided.includes(next)) next += 1;
  return next;
}

const serving = (leases: LeaseStates, want: NumberWant): LeaseState[] => {
  const scope = scopeOf(want);
  return [...leases.values()].filter((state) => scopeOf(state.lease) === scope);
};

/**
 * The number to use next: a block that was begun is finished first, then the lowest block (NĐ 254/2026 Đ25: ranges are
 * used ascending). Null when every block that serves is used up.
 */
export function findNextNumber(leases: LeaseStates, want: NumberWant): LeasedNumber | null {
  let best: { readonly begun: boolean; readonly leased: LeasedNumber } | null = null;
  for (const state of serving(leases, want)) {
    const number = nextFree(state);
    if (number > state.lease.to) continue;
    const begun = state.next > state.lease.from;
    const better = best === null || (begun !== best.begun ? begun : number < best.leased.number);
    if (better) best = { begun, leased: { leaseId: state.lease.leaseId, number } };
  }
  return best?.leased ?? null;
}

/** How many numbers are left for this want. */
export function countNumbersLeft(leases: LeaseStates, want: NumberWant): number {
  return serving(leases, want).reduce((sum, { lease, next, voided }) => {
    const burnedAhead = voided.filter((number) => number >= next && number <= lease.to).length;
    return sum + Math.max(0, lease.to - next + 1 - burnedAhead);
  }, 0);
}
