import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { DossierId } from '../../base/ids.ts';
import { LeasedNumber } from '../number-lease/number-lease.ts';

/** Mẫu 01 TT 03/2025: GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ (domain.md §2.1). */
export const IntakeSlipIssued = z.object({
  type: z.literal('intake-slip-issued'),
  dossierId: DossierId,
  /**
   * null: no slip number was left. The slip then bears the code that the dossier has at that moment as its number, for
   * good: a number given later would stand on no paper that the citizen holds.
   */
  leased: LeasedNumber.nullable(),
  issuedAt: Instant,
});
export type IntakeSlipIssued = Readonly<z.infer<typeof IntakeSlipIssued>>;
