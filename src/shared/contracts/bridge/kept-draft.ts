import { z } from 'zod';
import { Instant } from '../../base/dates.ts';
import { DossierId, OfficerId } from '../../base/ids.ts';
import { AmountVnd } from '../../base/money.ts';
import type { IntakeDraft } from '../../domain/dossier/intake-draft.ts';
import { DossierPage } from '../../domain/page/page.ts';
import { PaperFieldName, PaperStatus, ReadField } from '../../domain/paper/paper.ts';
import { PaperKind } from '../../domain/paper/paper-kind.ts';
import { ProcedureCode } from '../../domain/procedure/procedure.ts';
import { PaymentMethod } from '../../domain/receipt/receipt.ts';

const typed = z.string().max(5000);
const pages = z.array(DossierPage).max(2000).readonly();

const DraftPaper = z.object({
  paperId: z.uuid(),
  name: typed,
  requirement: z.int().min(0).nullable(),
  kind: PaperKind.optional(),
  status: PaperStatus.nullable(),
  originals: z.number(),
  copies: z.number(),
  pages,
  fields: z
    .array(z.object({ name: PaperFieldName, value: typed, proposed: ReadField.nullable() }))
    .max(100)
    .readonly(),
  note: typed,
});

/**
 * A draft as main keeps a copy of it, whatever is typed so far: the shape is checked, the content is not, for a draft
 * that is still wrong must be kept too.
 */
export const KeptDraft = z.object({
  draftId: z.uuid().toLowerCase(),
  officerId: OfficerId,
  startedAt: Instant,
  updatedAt: Instant,
  procedureCode: ProcedureCode.nullable(),
  applicant: z.object({
    fullName: typed,
    personalId: typed,
    birthDate: typed,
    sex: z.enum(['male', 'female']).nullable(),
    address: typed,
    phone: typed,
    email: typed,
    source: z.enum(['typed', 'card-qr']),
  }),
  delegation: z
    .object({
      ownerName: typed,
      ownerId: typed,
      document: typed,
      ownerAddress: typed.optional(),
      ownerPhone: typed.optional(),
      ownerEmail: typed.optional(),
    })
    .nullable(),
  papers: z.array(DraftPaper).max(200).readonly(),
  loosePages: pages,
  feeLines: z
    .array(z.object({ name: typed, unitVnd: AmountVnd, quantity: z.number(), checkedByOfficer: z.boolean() }))
    .max(100)
    .readonly(),
  paymentMethod: PaymentMethod,
  resultDelivery: z.enum(['at-desk', 'public-post']),
  note: typed,
  correctionOf: DossierId.nullable(),
}) satisfies z.ZodType<IntakeDraft>;
export type KeptDraft = Readonly<z.infer<typeof KeptDraft>>;
