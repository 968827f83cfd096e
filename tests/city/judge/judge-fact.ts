import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { Fact, FactType } from '../../../src/shared/domain/desk-log/fact.ts';
import { judgeCodeAssigned, judgeCodeTold } from './code-assigned.ts';
import { judgeConflictResolved } from './conflict-resolved.ts';
import { judgeCorrected } from './correct.ts';
import { judgeDayClosed } from './day-closed.ts';
import { judgeEnrolled, judgeSignedIn, judgeSignedOut } from './desk-and-officer.ts';
import type { FactOf, Judge, Judgement } from './judgement.ts';
import { judgeLeaseReceived, judgeLeasesClosed, judgeVoided } from './numbers.ts';
import type { AskingSql } from './question.ts';
import { judgeReceipt } from './receipt.ts';
import { judgeReceived } from './receive.ts';
import { judgeResent } from './resent.ts';
import { judgeStep } from './sign-off.ts';
import { judgeSlip } from './slip.ts';

/** Who judges what. A kind of fact without a line here does not compile. */
const JUDGES: { readonly [T in FactType]: Judge<FactOf<T>> } = {
  'desk-enrolled': judgeEnrolled,
  'officer-signed-in': judgeSignedIn,
  'officer-signed-out': judgeSignedOut,
  'number-lease-received': judgeLeaseReceived,
  'number-voided': judgeVoided,
  'number-leases-closed': judgeLeasesClosed,
  'dossier-received': judgeReceived,
  'dossier-corrected': judgeCorrected,
  'dossier-code-assigned': judgeCodeAssigned,
  'dossier-code-told': judgeCodeTold,
  'receipt-issued': judgeReceipt,
  'intake-slip-issued': judgeSlip,
  'dossier-submitted': judgeStep,
  'dossier-approved': judgeStep,
  'dossier-returned': judgeStep,
  'dossier-resent': judgeResent,
  'conflict-resolved': judgeConflictResolved,
  'day-closed': judgeDayClosed,
};

/** Carries a fact into the city's tables; a reason to refuse it leaves them untouched (the caller undoes). */
export async function judgeFact(sql: AskingSql, event: DeskEvent): Promise<Judgement> {
  // The table's key and the fact's type are one and the same; the compiler cannot follow that through a union.
  const judge = JUDGES[event.fact.type] as Judge<Fact>;
  return judge(sql, event, event.fact);
}
