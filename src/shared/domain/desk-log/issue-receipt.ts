import type { DossierId } from '../../base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../base/result.ts';
import type { DossierContent } from '../dossier/dossier-received.ts';
import { receiptWant } from '../dossier/wanted-numbers.ts';
import { findNextNumber } from '../number-lease/find-next-number.ts';
import type { ReceiptIssued } from '../receipt/receipt.ts';
import { findTotal } from '../receipt/total-of.ts';
import type { DecisionContext } from './decision-context.ts';
import type { DeskState } from './desk-state.ts';

/**
 * The receipt for these fees, made at the moment of collection (NĐ 254/2026 Đ24); none when nothing is collected.
 * Failures: `fees-too-large`, `receipt-numbers-exhausted`.
 */
export function issueReceipt(
  state: DeskState,
  dossierId: DossierId,
  content: DossierContent,
  context: DecisionContext,
): Result<readonly ReceiptIssued[], Failure> {
  const totalVnd = findTotal(content.feeLines);
  if (totalVnd === null) return fail('fees-too-large', 'officer-decides');
  if (totalVnd === 0) return ok([]);
  const { form, series } = context.reference.receipt;
  const leased = findNextNumber(state.leases, receiptWant({ form, series }, context.now));
  if (leased === null) return fail('receipt-numbers-exhausted', 'retry-later', { form, series });
  const { fullName, address } = content.applicant;
  return ok([
    {
      type: 'receipt-issued',
      dossierId,
      form,
      series,
      leased,
      lines: content.feeLines.filter((line) => line.unitVnd > 0),
      totalVnd,
      method: content.paymentMethod,
      payerName: fullName,
      payerAddress: address,
      issuedAt: context.now,
    },
  ]);
}
