import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { DossierId } from '../../base/ids.ts';
import { LeasedNumber } from '../number-lease/number-lease.ts';

/** Mẫu 01 TT 03/2025: GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ (domain.md §2.1). */
export const IntakeSlipIssued = z.object({
  type: z.literal('intake-slip-issued'),
  dossierId: DossierId,
  leased: LeasedNumber,
  issuedAt: Instant,
});
export type IntakeSlipIssued = Readonly<z.infer<typeof IntakeSlipIssued>>;
