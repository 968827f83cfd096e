import type { LocalDate } from '../../shared/base/dates.ts';
import { addDays } from '../../shared/base/hanoi-time.ts';
import type { LeaseRequest } from '../../shared/contracts/city/leases.ts';
import type { ReferenceData } from '../../shared/contracts/city/reference.ts';
import { addWorkingDays } from '../../shared/domain/due-date/working-days.ts';
import { countNumbersLeft } from '../../shared/domain/number-lease/find-next-number.ts';
import type { LeaseStates } from '../../shared/domain/number-lease/lease-state.ts';

export type LeaseWant = LeaseRequest['wants'][number];

/** A branch takes some 340 dossiers a day at about five desks; a desk has 70 on an ordinary day. */
const WORKING_DAYS_AHEAD = 5;
const CODES_A_DAY = { low: 40, block: 100 };
const RECEIPTS = { low: 450, block: 500 };
const SLIPS = { low: 450, block: 500 };

/**
 * What the desk lacks to work `WORKING_DAYS_AHEAD` working days without a line. Codes are wanted for every calendar day
 * in between too: a branch that opens on a Saturday must not stand without numbers, and unused ones cost nothing.
 */
export function findLeaseWants(
  leases: LeaseStates,
  today: LocalDate,
  unitCode: string,
  reference: Pick<ReferenceData, 'calendar' | 'receipt'>,
): readonly LeaseWant[] {
  const wants: LeaseWant[] = [];
  const last = addWorkingDays(today, WORKING_DAYS_AHEAD, reference.calendar);
  for (let date = today; date <= last; date = addDays(date, 1))
    if (countNumbersLeft(leases, { kind: 'dossier-code', unitCode, date }) < CODES_A_DAY.low)
      wants.push({ kind: 'dossier-code', date, count: CODES_A_DAY.block });
  const year = Number(today.slice(0, 4));
  if (countNumbersLeft(leases, { kind: 'receipt', ...reference.receipt, year }) < RECEIPTS.low)
    wants.push({ kind: 'receipt', year, count: RECEIPTS.block });
  for (const slipYear of new Set([year, Number(last.slice(0, 4))]))
    if (countNumbersLeft(leases, { kind: 'intake-slip', year: slipYear }) < SLIPS.low)
      wants.push({ kind: 'intake-slip', year: slipYear, count: SLIPS.block });
  return wants;
}
