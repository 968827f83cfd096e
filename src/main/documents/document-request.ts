import type { FeeReceiptFacts } from './fee-receipt/receipt-facts.ts';
import { receiptNumber } from './fee-receipt/receipt-identity.ts';
import type { IntakeSlipFacts } from './intake-slip/slip-facts.ts';
import type { RecoveryFacts } from './recovery-sheet/recovery-facts.ts';

/** A paper to be made, with everything that it shows. Plain data: it crosses to the worker. */
export type DocumentRequest =
  | { readonly kind: 'intake-slip'; readonly facts: IntakeSlipFacts }
  | { readonly kind: 'fee-receipt'; readonly facts: FeeReceiptFacts }
  /** The one paper that holds a key: printed or shown at once and kept nowhere. */
  | { readonly kind: 'recovery-sheet'; readonly facts: RecoveryFacts }
  /** Shows nothing of anybody's: always the same sheet. */
  | { readonly kind: 'separator-sheet' };

/** `defect` is for the log only; the officer sees the failure's own sentence. */
export type WorkerReply =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly defect: string };

/** ASCII, so that every file system and mail program takes it. */
export function fileNameOf(request: DocumentRequest): string {
  switch (request.kind) {
    case 'intake-slip':
      return `giay-tiep-nhan-${request.facts.dossier.code}.pdf`;
    case 'fee-receipt': {
      const { series, leased } = request.facts.receipt;
      return `bien-lai-${series}-${receiptNumber(leased.number)}.pdf`;
    }
    case 'recovery-sheet':
      return `ma-khoi-phuc-${request.facts.desk.deskId}.pdf`;
    case 'separator-sheet':
      return 'to-phan-cach.pdf';
  }
}
