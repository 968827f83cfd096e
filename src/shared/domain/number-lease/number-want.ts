import type { LocalDate } from '../../base/dates.ts';
import { assertNever } from '../../base/result.ts';
import type { NumberLease } from './number-lease.ts';

/** What a number is wanted for; a lease serves it only when kind and scope are the same. */
export type NumberWant =
  | { readonly kind: 'dossier-code'; readonly unitCode: string; readonly date: LocalDate }
  | { readonly kind: 'receipt'; readonly form: string; readonly series: string; readonly year: number }
  | { readonly kind: 'intake-slip'; readonly year: number };

/** Two leases of the same scope must never share a number. */
export function scopeOf(of: NumberWant | NumberLease): string {
  switch (of.kind) {
    case 'dossier-code':
      return `dossier-code ${of.unitCode} ${of.date}`;
    case 'receipt':
      return `receipt ${of.form} ${of.series} ${of.year}`;
    case 'intake-slip':
      return `intake-slip ${of.year}`;
    default:
      return assertNever(of);
  }
}
