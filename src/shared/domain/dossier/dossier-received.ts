import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { DossierId } from '../../base/ids.ts';
import { Applicant, Delegation } from '../applicant/applicant.ts';
import { LeasedNumber } from '../number-lease/number-lease.ts';
import { Paper } from '../paper/paper.ts';
import { ProcedureCode, ProcessingTerm } from '../procedure/procedure.ts';
import { FeeLine, PaymentMethod } from '../receipt/receipt.ts';
import { ProvisionalCode } from './provisional-code.ts';

/** `H26.40.02-261121-3017` (TT 03/2025 Đ13; domain.md §3.1). */
export const DossierCode = z
  .string()
  .regex(/^(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{2,3}){1,2})-\d{6}-\d{4,9}$/)
  .brand('DossierCode');
export type DossierCode = z.infer<typeof DossierCode>;

/** What a dossier is called: by its code, or provisionally as long as it has none. */
export const GivenCode = z.union([DossierCode, ProvisionalCode]);
export type GivenCode = z.infer<typeof GivenCode>;

/** The procedure as it applied at intake; the dossier keeps it whatever changes later. */
export const DossierProcedure = z.object({
  code: ProcedureCode,
  name: z.string().min(1),
  field: z.string(),
  authority: z.string(),
  processing: ProcessingTerm,
  referenceVersion: z.int().min(0),
});
export type DossierProcedure = Readonly<z.infer<typeof DossierProcedure>>;

/** What the officer composes on the intake screen and what a correction replaces as a whole. */
export const DossierContent = z.object({
  procedure: DossierProcedure,
  applicant: Applicant,
  delegation: Delegation.nullable(),
  papers: z.array(Paper).min(1),
  resultDelivery: z.enum(['at-desk', 'public-post']),
  feeLines: z.array(FeeLine),
  paymentMethod: PaymentMethod,
  note: z.string(),
});
export type DossierContent = Readonly<z.infer<typeof DossierContent>>;

/**
 * Fees are charged, but no receipt number was left: no money was taken. A receipt is made at the moment of collection
 * (NĐ 254/2026 Đ24) with a number of the desk's own range (Đ25); one without a number does not exist, and running out
 * of numbers is no ground to turn a complete dossier away (NĐ 118/2025 Đ17). So the fee is collected later.
 */
export const FeeDeferred = z.literal(true).optional();

export const DossierReceived = z.object({
  type: z.literal('dossier-received'),
  dossierId: DossierId,
  code: GivenCode,
  /** null exactly when `code` is provisional. */
  leased: LeasedNumber.nullable(),
  content: DossierContent,
  receivedAt: Instant,
  /** null: the law sets no date; the slip then says so. */
  dueAt: Instant.nullable(),
  /** There when the calendar known at intake did not yet decide the day; the slip then says "tạm tính". */
  dueEstimated: z.literal(true).optional(),
  feeDeferred: FeeDeferred,
});

/**
 * A dossier that was received under a provisional code has its final one: of its intake day (TT 03/2025 Đ13), from a
 * block lent for that day. Made by the desk itself; both codes stay known for ever.
 */
export const DossierCodeAssigned = z.object({
  type: z.literal('dossier-code-assigned'),
  dossierId: DossierId,
  provisionalCode: ProvisionalCode,
  code: DossierCode,
  leased: LeasedNumber,
});

/** The citizen, who holds a slip with the provisional code, was told the final one. */
export const DossierCodeTold = z.object({
  type: z.literal('dossier-code-told'),
  dossierId: DossierId,
  code: DossierCode,
});
export type DossierReceived = Readonly<z.infer<typeof DossierReceived>>;

/** A returned dossier put right: the whole content again, fees unchanged (a receipt is never edited). */
export const DossierCorrected = z.object({
  type: z.literal('dossier-corrected'),
  dossierId: DossierId,
  content: DossierContent,
  feeDeferred: FeeDeferred,
});
