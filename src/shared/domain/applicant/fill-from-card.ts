import { formatDate } from '../../base/format-date.ts';
import type { DraftApplicant } from './draft-applicant.ts';
import type { CardQr } from './parse-card-qr.ts';

/** What the card says replaces what was typed; phone and email, which no card carries, stay. */
export const fillFromCard = (applicant: DraftApplicant, card: CardQr): DraftApplicant => ({
  ...applicant,
  fullName: card.fullName,
  personalId: card.personalId,
  birthDate: formatDate(card.birthDate),
  sex: card.sex,
  address: card.address === '' ? applicant.address : card.address,
  source: 'card-qr',
});
