import type { Instant, LocalDate } from '../../shared/base/dates.ts';
import { addDays, hanoiDate, hanoiYear } from '../../shared/base/hanoi-time.ts';
import type { WorkingCalendar } from '../../shared/domain/due-date/calendar.ts';
import { isWorkingDay } from '../../shared/domain/due-date/working-days.ts';
import type { LeaseStates } from '../../shared/domain/number-lease/lease-state.ts';

/** Numbers that the desk can still use without a line. */
export type NumberSupply = {
  readonly dossierCodesToday: number;
  readonly receipts: number;
  readonly intakeSlips: number;
  /** Working days from today on, without a gap, for which dossier codes are there. */
  readonly workingDaysAhead: number;
};

const FARTHEST_DAYS = 60;

export function numberSupply(leases: LeaseStates, calendar: WorkingCalendar, now: Instant): NumberSupply {
  const today = hanoiDate(now);
  const codesByDay = new Map<LocalDate, number>();
  let receipts = 0;
  let intakeSlips = 0;
  for (const { lease, next } of leases.values()) {
    const left = Math.max(0, lease.to - next + 1);
    if (lease.kind === 'dossier-code') codesByDay.set(lease.date, (codesByDay.get(lease.date) ?? 0) + left);
    else if (lease.year !== hanoiYear(now)) continue;
    else if (lease.kind === 'receipt') receipts += left;
    else intakeSlips += left;
  }
  let workingDaysAhead = 0;
  for (let ahead = 0; ahead < FARTHEST_DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    if (!isWorkingDay(day, calendar)) continue;
    if ((codesByDay.get(day) ?? 0) === 0) break;
    workingDaysAhead += 1;
  }
  return { dossierCodesToday: codesByDay.get(today) ?? 0, receipts, intakeSlips, workingDaysAhead };
}
