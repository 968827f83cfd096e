import { hanoiDate } from '../../../shared/base/hanoi-time.ts';
import type { FeeReceiptFacts } from './receipt-facts.ts';

/** Always eight digits, the most that NĐ 254/2026 Đ23 allows: "00000123". */
export const receiptNumber = (number: number): string => String(number).padStart(8, '0');

/**
 * What the QR code says: what makes a receipt unique (tax code, form, series, number), then amount and day, so that
 * a copy can be compared: `0123456789|EBL01|26TAA|00000123|45000|2026-11-21`.
 */
export function receiptIdentity({ branch, receipt }: FeeReceiptFacts): string {
  return [
    branch.collectorTaxCode,
    receipt.form,
    receipt.series,
    receiptNumber(receipt.leased.number),
    receipt.totalVnd,
    hanoiDate(receipt.issuedAt),
  ].join('|');
}
