import { useDeskView } from '../../state/desk-view.ts';
import { type NumberSupply, numberSupply } from './number-supply.ts';
import { instantOf } from './span-text.ts';

/** Numbers left at this desk now; null while the desk or its reference data is not there. */
export function useNumberSupply(now: Date): NumberSupply | null {
  const desk = useDeskView((view) => view.desk);
  const reference = useDeskView((view) => view.reference);
  if (desk === null || desk.desk === null || reference === null) return null;
  return numberSupply(desk.leases, {
    unitCode: desk.desk.branch.unitCode,
    receipt: { form: reference.receipt.form, series: reference.receipt.series },
    calendar: reference.calendar,
    now: instantOf(now),
  });
}
