import type { Instant } from '../../base/dates.ts';
import type { Desk } from '../desk/desk.ts';
import { findNextNumber } from '../number-lease/find-next-number.ts';
import type { LeasedNumber } from '../number-lease/number-lease.ts';
import { composeDossierCode } from './dossier-code.ts';
import type { GivenCode } from './dossier-received.ts';
import type { DraftGround } from './draft-ground.ts';
import { nextProvisionalCode } from './provisional-code.ts';
import { dossierCodeWant } from './wanted-numbers.ts';

/**
 * What the next dossier is called: what the intake screen promises is what receiving gives. `leased` null: no number of
 * the day is left, the code is provisional.
 */
export function nextCode(
  { leases, dossiers }: Pick<DraftGround, 'leases' | 'dossiers'>,
  { deskId, branch }: Desk,
  now: Instant,
): { readonly code: GivenCode; readonly leased: LeasedNumber | null } {
  const want = dossierCodeWant(branch.unitCode, now);
  const leased = findNextNumber(leases, want);
  const code =
    leased === null
      ? nextProvisionalCode(dossiers.values(), deskId, want.date)
      : composeDossierCode(branch.unitCode, want.date, leased.number);
  return { code, leased };
}
