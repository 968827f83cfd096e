import { z } from 'zod';
import { AmountVnd } from '../../base/money.ts';

export const ProcedureCode = z
  .string()
  .regex(/^[1-9]\.\d{6}$/)
  .brand('ProcedureCode');
export type ProcedureCode = z.infer<typeof ProcedureCode>;

export const RequiredDocument = z.object({
  name: z.string().min(1),
  originals: z.int().min(0),
  copies: z.int().min(0),
  required: z.boolean(),
  condition: z.string().optional(),
  /** Shown only, never scanned (TT 03/2025 Đ5). */
  presentOnly: z.boolean().optional(),
});
export type RequiredDocument = Readonly<z.infer<typeof RequiredDocument>>;

/** `sameDay`, working hours, working days or calendar days (domain.md §6.2). */
export const ProcessingTerm = z.object({
  value: z.int().min(0),
  unit: z.enum(['sameDay', 'hours', 'workingDay', 'calendarDay']),
});
export type ProcessingTerm = Readonly<z.infer<typeof ProcessingTerm>>;

export const ProcedureFee = z.object({
  name: z.string().min(1),
  /** null: the amount is worked out by the authority and cannot be charged at the desk. */
  amountVnd: AmountVnd.nullable(),
  basis: z.string(),
  /** false: not checked against the fee resolution; the officer must confirm it. */
  confirmed: z.boolean(),
});
export type ProcedureFee = Readonly<z.infer<typeof ProcedureFee>>;

export const Procedure = z.object({
  code: ProcedureCode,
  name: z.string().min(1),
  field: z.string(),
  level: z.string(),
  authority: z.string(),
  documents: z.array(RequiredDocument),
  processing: ProcessingTerm,
  fees: z.array(ProcedureFee),
  notes: z.string(),
  certainty: z.string(),
});
export type Procedure = Readonly<z.infer<typeof Procedure>>;
