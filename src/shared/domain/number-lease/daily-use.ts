import type { LocalDate } from '../../base/dates.ts';
import { addDays } from '../../base/hanoi-time.ts';
import type { LeaseStates } from './lease-state.ts';

/** What any desk is taken to need: half of an ordinary day (340 dossiers a day at about five desks). */
export const LEAST_A_DAY = 40;
/** A month of working days: the day after a holiday and the last day of a term are in it. */
const LOOK_BACK_DAYS = 30;
/** Tomorrow may be busier than the busiest day so far. */
const MARGIN = 1.25;

/** Dossier codes used of one intake day: voided ones too, they are gone all the same. */
export function codesUsedOn(leases: LeaseStates, date: LocalDate): number {
  let used = 0;
  for (const { lease, next, voided } of leases.values()) {
    if (lease.kind !== 'dossier-code' || lease.date !== date) continue;
    used += next - lease.from + voided.filter((number) => number >= next).length;
  }
  return used;
}

/**
 * Numbers of each kind that this desk is taken to need in a day: its own busiest of the last 30 days and a quarter more,
 * at least 40. Every dossier takes one code, one slip number and at most one receipt number, so codes measure all three.
 */
export function numbersADay(leases: LeaseStates, today: LocalDate): number {
  let busiest = 0;
  for (let ago = 0; ago <= LOOK_BACK_DAYS; ago += 1) {
    busiest = Math.max(busiest, codesUsedOn(leases, addDays(today, -ago)));
  }
  return Math.max(LEAST_A_DAY, Math.ceil(busiest * MARGIN));
}
