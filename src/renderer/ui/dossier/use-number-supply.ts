import { useMemo } from 'react';
import { useDeskView } from '../../state/desk-view.ts';
import { type NumberSupply, numberSupply } from './number-supply.ts';
import { instantOf } from './span-text.ts';

/**
 * Numbers left at this desk now; null while the desk or its reference data is not there. Counted when a number was used
 * or time went on, not whenever a screen is drawn: the intake screen is drawn with every key.
 */
export function useNumberSupply(now: Date): NumberSupply | null {
  const leases = useDeskView((view) => view.desk?.leases);
  const unitCode = useDeskView((view) => view.desk?.desk?.branch.unitCode);
  const reference = useDeskView((view) => view.reference);
  return useMemo(() => {
    if (leases === undefined || unitCode === undefined || reference === null) return null;
    const { receipt, calendar } = reference;
    return numberSupply(leases, { unitCode, receipt, calendar, now: instantOf(now) });
  }, [leases, unitCode, reference, now]);
}
