import type { Instant } from '../../base/dates.ts';
import { hanoiDate, hanoiYear } from '../../base/hanoi-time.ts';
import type { NumberWant } from '../number-lease/number-want.ts';

/** Code of the intake day in Hà Nội, also when UTC is still at yesterday. */
export const dossierCodeWant = (unitCode: string, now: Instant): NumberWant & { kind: 'dossier-code' } => ({
  kind: 'dossier-code',
  unitCode,
  date: hanoiDate(now),
});

export const slipWant = (now: Instant): NumberWant & { kind: 'intake-slip' } => ({
  kind: 'intake-slip',
  year: hanoiYear(now),
});
