import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { DossierId } from '../../base/ids.ts';
import { AmountVnd } from '../../base/money.ts';
import { LeasedNumber } from '../number-lease/number-lease.ts';

export const PaymentMethod = z.enum(['cash', 'transfer']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** One fee of the dossier: `unitVnd` times `quantity`. */
export const FeeLine = z.object({
  name: z.string().min(1),
  unitVnd: AmountVnd,
  quantity: z.int().min(1).max(999),
  /** The officer has checked an amount that the catalogue does not vouch for. */
  checkedByOfficer: z.boolean(),
});
export type FeeLine = Readonly<z.infer<typeof FeeLine>>;

/** BIÊN LAI THU PHÍ, LỆ PHÍ (NĐ 254/2026 Đ23, domain.md §2.8). */
export const ReceiptIssued = z.object({
  type: z.literal('receipt-issued'),
  dossierId: DossierId,
  form: z.string().regex(/^EBL0[12]$/),
  series: z.string().regex(/^\d{2}T[ABCDEGHKLMNPQRSTUVXY]{2}$/),
  leased: LeasedNumber,
  lines: z.array(FeeLine).min(1),
  totalVnd: AmountVnd,
  method: PaymentMethod,
  payerName: z.string().min(1),
  payerAddress: z.string(),
  issuedAt: Instant,
});
export type ReceiptIssued = Readonly<z.infer<typeof ReceiptIssued>>;
