import type { LocalDate } from '../../base/dates.ts';
import { hanoiDate } from '../../base/hanoi-time.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import { openConflicts } from '../dossier/open-conflicts.ts';
import { owesFee } from '../dossier/owes-fee.ts';
import { isProvisional } from '../dossier/provisional-code.ts';
import type { DayClosed, DayDifference, DayDifferenceReason } from './day-closed.ts';

/** A day as the desk and the city have it; the paper is counted by hand. */
export type DayStanding = Pick<DayClosed, 'date' | 'deskCount' | 'cityCount' | 'receipts'> & {
  /** One a dossier, the gravest reason; dossiers in the order of reception. */
  readonly differences: readonly DayDifference[];
};

/** The gravest thing that is still open about a dossier; null when it is whole in the city, signed and numbered. */
function openReason(dossier: DossierState): DayDifferenceReason | null {
  if (dossier.city.kind === 'refused') return 'refused';
  if (openConflicts(dossier).length > 0) return 'undecided';
  if (dossier.city.kind === 'waiting') return 'not-sent';
  if (dossier.city.kind === 'facts-accepted') return 'pages-missing';
  if (isProvisional(dossier.code)) return 'provisional-code';
  if (owesFee(dossier)) return 'fee-deferred';
  if (dossier.status === 'returned') return 'returned';
  return dossier.status === 'received' || dossier.status === 'submitted' ? 'unsigned' : null;
}

/** What the desk received on `date` (day in Hà Nội), what of it the city has, and what is open, by dossier. */
export function reconcileDay(dossiers: Iterable<DossierState>, date: LocalDate): DayStanding {
  const ofDay: DossierState[] = [];
  const receipts = { count: 0, totalVnd: 0 };
  for (const dossier of dossiers) {
    if (hanoiDate(dossier.receivedAt) === date) ofDay.push(dossier);
    if (dossier.receipt === null || hanoiDate(dossier.receipt.issuedAt) !== date) continue;
    receipts.count += 1;
    receipts.totalVnd += dossier.receipt.totalVnd;
  }
  const differences = ofDay.flatMap((dossier) => {
    const reason = openReason(dossier);
    return reason === null ? [] : [{ dossierId: dossier.dossierId, reason }];
  });
  return {
    date,
    deskCount: ofDay.length,
    cityCount: ofDay.filter(({ city }) => city.kind === 'complete').length,
    receipts,
    differences,
  };
}
