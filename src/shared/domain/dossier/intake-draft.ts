import type { Instant } from '../../base/dates.ts';
import type { DossierId, OfficerId } from '../../base/ids.ts';
import type { DraftApplicant } from '../applicant/draft-applicant.ts';
import type { DraftDelegation } from '../applicant/draft-delegation.ts';
import type { DossierPage } from '../page/page.ts';
import type { ConfirmedField, PaperStatus } from '../paper/paper.ts';
import type { PaperKind } from '../paper/paper-kind.ts';
import type { ProcedureCode } from '../procedure/procedure.ts';
import type { FeeLine, PaymentMethod } from '../receipt/receipt.ts';

/** A paper while the officer still works on it; `status` null: not looked at yet. */
export type DraftPaper = {
  readonly paperId: string;
  readonly name: string;
  readonly requirement: number | null;
  readonly kind?: PaperKind | undefined;
  readonly status: PaperStatus | null;
  readonly originals: number;
  readonly copies: number;
  readonly pages: readonly DossierPage[];
  readonly fields: readonly ConfirmedField[];
  readonly note: string;
};

export type { DraftApplicant };

/** A dossier being composed. Not a fact: it is kept beside the log and may be thrown away. */
export type IntakeDraft = {
  readonly draftId: string;
  readonly officerId: OfficerId;
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
  readonly procedureCode: ProcedureCode | null;
  readonly applicant: DraftApplicant;
  readonly delegation: DraftDelegation | null;
  readonly papers: readonly DraftPaper[];
  /** Pages not yet put to a paper. */
  readonly loosePages: readonly DossierPage[];
  readonly feeLines: readonly FeeLine[];
  readonly paymentMethod: PaymentMethod;
  readonly resultDelivery: 'at-desk' | 'public-post';
  readonly note: string;
  /** Set when a returned dossier is being put right. */
  readonly correctionOf: DossierId | null;
};

/** Something that still stands between the draft and "Tiếp nhận"; `code` is looked up in the texts. */
export type DraftProblem = {
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Where the cursor should go. */
  readonly place: 'procedure' | 'applicant' | 'papers' | 'fees' | 'numbers';
  readonly paperId?: string;
  /** Applicant field the problem is about. */
  readonly field?: string;
};
