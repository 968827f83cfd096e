import { hanoiYear } from '../../base/hanoi-time.ts';
import type { DossierId } from '../../base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import type { DossierContent } from '../dossier/dossier-received.ts';
import { findReceiptNumber } from '../number-lease/find-receipt-number.ts';
import type { PaymentMethod, ReceiptIssued } from '../receipt/receipt.ts';
import { findTotal } from '../receipt/total-of.ts';
import type { DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';

/** A receipt now, or none: because nothing is collected, or (`deferred`) because no number was left to collect under. */
export type ReceiptOrNone = { readonly facts: readonly ReceiptIssued[]; readonly deferred: boolean };

/**
 * The receipt for these fees, made at the moment of collection (NĐ 254/2026 Đ24). Failure: `fees-too-large`.
 * @param method how it was paid; the content's own when left out
 */
export function issueReceipt(
  state: DeskState,
  dossierId: DossierId,
  content: DossierContent,
  context: DecisionContext,
  method: PaymentMethod = content.paymentMethod,
): Result<ReceiptOrNone, Failure> {
  const totalVnd = findTotal(content.feeLines);
  if (totalVnd === null) return fail('fees-too-large', 'officer-decides');
  if (totalVnd === 0) return ok({ facts: [], deferred: false });
  const next = findReceiptNumber(state.leases, context.reference.receipt, hanoiYear(context.now));
  if (next === null) return ok({ facts: [], deferred: true });
  const { fullName, address } = content.applicant;
  const receipt: ReceiptIssued = {
    type: 'receipt-issued',
    dossierId,
    ...next,
    lines: content.feeLines.filter((line) => line.unitVnd > 0),
    totalVnd,
    method,
    payerName: fullName,
    payerAddress: address,
    issuedAt: context.now,
  };
  return ok({ facts: [receipt], deferred: false });
}
