import type { LocalDate } from '../../base/dates.ts';
import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { DayClosed } from './day-closed.ts';
import { reconcileDay } from './reconcile-day.ts';

/** Paper and desk must agree, or the officer says why not. Failure: `day-note-needed` {paper, desk}. */
export function checkDayCount({
  paperCount,
  deskCount,
  note,
}: Pick<DayClosed, 'paperCount' | 'deskCount' | 'note'>): Result<null, Failure> {
  if (paperCount === deskCount || note.trim() !== '') return ok(null);
  return fail('day-note-needed', 'officer-decides', { paper: paperCount, desk: deskCount });
}

/**
 * Does this closing follow from the desk's own log? What the city has said may have grown since the officer looked; it
 * is told as it was on the screen. Failures: `day-note-needed`, `day-counts-differ` (look again).
 */
export function checkDayClosed(dossiers: Iterable<DossierState>, fact: DayClosed): Result<null, Failure> {
  const { deskCount, receipts } = reconcileDay(dossiers, fact.date);
  const same =
    fact.deskCount === deskCount &&
    fact.cityCount <= deskCount &&
    fact.receipts.count === receipts.count &&
    fact.receipts.totalVnd === receipts.totalVnd;
  return same ? checkDayCount(fact) : fail('day-counts-differ', 'retry-later', { desk: deskCount });
}

/** A day that has not begun cannot be closed. Failure: `day-not-begun`. */
export const checkDayBegun = (date: LocalDate, today: LocalDate): Result<null, Failure> =>
  date <= today ? ok(null) : fail('day-not-begun', 'officer-decides');
