import type { Instant } from '../../base/dates.ts';
import { formatDate } from '../../base/format-date.ts';
import type { OfficerId } from '../../base/ids.ts';
import { emptyApplicant } from '../applicant/draft-applicant.ts';
import type { DossierState } from './dossier-state.ts';
import type { IntakeDraft } from './intake-draft.ts';

type DraftBirth = { readonly draftId: string; readonly officerId: OfficerId; readonly now: Instant };

/** An empty intake. `draftId` is a UUIDv7 and becomes the dossier's id, so that a retry opens no second dossier. */
export const newDraft = ({ draftId, officerId, now }: DraftBirth): IntakeDraft => ({
  draftId,
  officerId,
  startedAt: now,
  updatedAt: now,
  procedureCode: null,
  applicant: emptyApplicant,
  delegation: null,
  papers: [],
  loosePages: [],
  feeLines: [],
  paymentMethod: 'cash',
  resultDelivery: 'at-desk',
  note: '',
  correctionOf: null,
});

/** A returned dossier opened to be put right: everything as it was received. */
export function draftFromDossier(dossier: DossierState, birth: DraftBirth): IntakeDraft {
  const { applicant, procedure, ...content } = dossier.content;
  return {
    ...newDraft(birth),
    ...content,
    procedureCode: procedure.code,
    applicant: {
      ...applicant,
      birthDate: applicant.birthDate === null ? '' : formatDate(applicant.birthDate),
    },
    correctionOf: dossier.dossierId,
  };
}
