import { countNumbersLeft, findNextNumber } from './find-next-number.ts';
import type { LeaseStates } from './lease-state.ts';
import type { LeasedNumber } from './number-lease.ts';
import type { NumberWant } from './number-want.ts';

export type ReceiptSeries = { readonly form: string; readonly series: string };

/** `26T…` is of 2026: a series says its year (TT 91/2026 PL I), and numbers run from 1 on each 1 January. */
export const isSeriesOfYear = (series: string, year: number): boolean =>
  series.slice(0, 2) === String(year % 100).padStart(2, '0');

/** Every series of which blocks were lent for this year; the preferred one first, then in the order of their names. */
function wantsOf(
  leases: LeaseStates,
  preferred: ReceiptSeries,
  year: number,
): readonly (NumberWant & { kind: 'receipt' })[] {
  const wants = new Map<string, NumberWant & { kind: 'receipt' }>();
  for (const { lease } of leases.values()) {
    if (lease.kind !== 'receipt' || lease.year !== year) continue;
    const { form, series } = lease;
    wants.set(`${form} ${series}`, { kind: 'receipt', form, series, year });
  }
  const rank = (want: ReceiptSeries): string =>
    `${want.form === preferred.form && want.series === preferred.series ? 0 : 1} ${want.form} ${want.series}`;
  return [...wants.values()].sort((left, right) => (rank(left) < rank(right) ? -1 : 1));
}

/**
 * The receipt to issue next in this year: of the series that the city names now, else of any other that it lent for the
 * year. So the first receipt of a new year needs no line and no new catalogue. Null when every block is used up.
 */
export function findReceiptNumber(
  leases: LeaseStates,
  preferred: ReceiptSeries,
  year: number,
): (ReceiptSeries & { readonly leased: LeasedNumber }) | null {
  for (const want of wantsOf(leases, preferred, year)) {
    const leased = findNextNumber(leases, want);
    if (leased !== null) return { form: want.form, series: want.series, leased };
  }
  return null;
}

/** How many receipts can still be issued in this year, in whatever series. */
export const countReceiptsLeft = (leases: LeaseStates, year: number): number =>
  wantsOf(leases, { form: '', series: '' }, year).reduce(
    (sum, want) => sum + countNumbersLeft(leases, want),
    0,
  );
