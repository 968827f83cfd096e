import type { Instant } from '../../../src/shared/base/dates.ts';
import { hanoiDate } from '../../../src/shared/base/hanoi-time.ts';
import { isProvisionalCodeOf } from '../../../src/shared/domain/dossier/provisional-code.ts';
import type { LeasedNumber } from '../../../src/shared/domain/number-lease/number-lease.ts';
import type { Judgement } from './judgement.ts';
import { findLent, useNumber } from './leased-number.ts';
import type { AskingSql } from './question.ts';

/** A provisional code is the desk's own word; it must be of this desk and of the day of intake, nothing more. */
export const judgeProvisional = (deskId: string, code: string, receivedAt: Instant): Judgement =>
  isProvisionalCodeOf(code, deskId, hanoiDate(receivedAt)) ? null : 'code-differs';

/** A final code: made of a number of a block lent to this desk, which is used up by it. */
export async function useCodeNumber(
  sql: AskingSql,
  deskId: string,
  code: string,
  leased: LeasedNumber,
  { dossierId }: { readonly dossierId: string },
): Promise<Judgement> {
  const lent = await findLent(sql, deskId, leased.leaseId);
  if (lent?.lease.kind !== 'dossier-code') return 'lease-unknown';
  const [unit, day, number] = code.split('-');
  const yyMMdd = lent.lease.date.slice(2).replaceAll('-', '');
  if (unit !== lent.lease.unitCode || day !== yyMMdd || Number(number) !== leased.number)
    return 'code-differs';
  const used = await useNumber(sql, deskId, 'dossier-code', leased, { dossierId, voided: false });
  return typeof used === 'string' ? used : null;
}
