import type { Branch } from '../../../shared/domain/branch/branch.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import type { Officer } from '../../../shared/domain/officer/officer.ts';
import type { ReceiptIssued } from '../../../shared/domain/receipt/receipt.ts';

/** Everything that the receipt shows. */
export type FeeReceiptFacts = {
  readonly branch: Pick<Branch, 'collectorName' | 'collectorTaxCode' | 'name' | 'place'>;
  readonly receipt: Omit<ReceiptIssued, 'type' | 'dossierId'>;
  readonly dossier: Pick<DossierState, 'code' | 'provisionalCode'>;
  readonly issuedBy: Pick<Officer, 'fullName'>;
  /** "Bảy mươi lăm nghìn đồng", of `receipt.totalVnd`. */
  readonly amountInWords: string;
};
