import type { Instant } from '../../../shared/base/dates.ts';
import type { Desk } from '../../../shared/domain/desk/desk.ts';
import type { DossierReceived } from '../../../shared/domain/dossier/dossier-received.ts';
import type { DossierStep } from '../../../shared/domain/dossier/dossier-state.ts';
import type { ProvisionalCode } from '../../../shared/domain/dossier/provisional-code.ts';
import type { IntakeSlipIssued } from '../../../shared/domain/intake-slip/intake-slip.ts';
import type { Officer } from '../../../shared/domain/officer/officer.ts';

/**
 * Everything that Mẫu 01 shows. `dossier` is the fact itself or the folded dossier, whose content may have been
 * corrected since.
 */
export type IntakeSlipFacts = {
  readonly desk: Desk;
  readonly dossier: Pick<DossierReceived, 'code' | 'content' | 'receivedAt' | 'dueAt' | 'dueEstimated'> & {
    readonly history?: readonly DossierStep[];
    /** The code it was received under, once it has its final one. */
    readonly provisionalCode?: ProvisionalCode | undefined;
  };
  readonly slip: Pick<IntakeSlipIssued, 'leased' | 'issuedAt'>;
  readonly receivedBy: Pick<Officer, 'fullName'>;
  /** Row of the register, where a branch still keeps one on paper. */
  readonly registerEntry?: { readonly volume: string; readonly number: string };
};

/** Steps after which a slip may say something else than the one handed out at intake. */
const CHANGES_CONTENT: ReadonlySet<string> = new Set([
  'dossier-corrected',
  'dossier-resent',
  'conflict-accepted',
]);

/** When the content was last put right; null when it is as it was received. */
export const correctedAtOf = ({ dossier }: IntakeSlipFacts): Instant | null =>
  dossier.history?.findLast(({ type }) => CHANGES_CONTENT.has(type))?.at ?? null;
