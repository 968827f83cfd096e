import { z } from 'zod';

/** A branch (chi nhánh) of the centre, as the city describes it. */
export const Branch = z.object({
  branchId: z.string().min(1),
  /** "Chi nhánh số 02 · Cầu Giấy" */
  name: z.string().min(1),
  /** The part of dossier codes before the date, `H26.40.02` (TT 03/2025 Đ13). */
  unitCode: z.string().regex(/^[A-Z]\d{2}(?:\.\d{2,3}){1,2}$/),
  address: z.string(),
  phone: z.string(),
  /** The body that collects fees, printed on receipts (NĐ 254/2026 Đ23). */
  collectorName: z.string(),
  collectorTaxCode: z.string(),
  parentName: z.string(),
  place: z.string(),
});
export type Branch = Readonly<z.infer<typeof Branch>>;
