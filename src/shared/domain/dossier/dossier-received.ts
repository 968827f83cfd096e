import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { DossierId } from '../../base/ids.ts';
import { Applicant, Delegation } from '../applicant/applicant.ts';
import { LeasedNumber } from '../number-lease/number-lease.ts';
import { Paper } from '../paper/paper.ts';
import { ProcedureCode, ProcessingTerm } from '../procedure/procedure.ts';
import { FeeLine, PaymentMethod } from '../receipt/receipt.ts';

/** `H26.40.02-261121-3017` (TT 03/2025 Đ13; domain.md §3.1). */
export const DossierCode = z
  .string()
  .regex(/^(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{2,3}){1,2})-\d{6}-\d{4,9}$/)
  .brand('DossierCode');
export type DossierCode = z.infer<typeof DossierCode>;

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

export const DossierReceived = z.object({
  type: z.literal('dossier-received'),
  dossierId: DossierId,
  code: DossierCode,
  leased: LeasedNumber,
  content: DossierContent,
  receivedAt: Instant,
  /** null: the law sets no date; the slip then says so. */
  dueAt: Instant.nullable(),
  /** There when the calendar known at intake did not yet decide the day; the slip then says "tạm tính". */
  dueEstimated: z.literal(true).optional(),
});
export type DossierReceived = Readonly<z.infer<typeof DossierReceived>>;

/** A returned dossier put right: the whole content again, fees unchanged (a receipt is never edited). */
export const DossierCorrected = z.object({
  type: z.literal('dossier-corrected'),
  dossierId: DossierId,
  content: DossierContent,
});
