import { z } from 'zod';

/** What may be read out of a paper; which of them a kind of paper has, says `fieldsOf` (domain.md §11.3). */
export const PaperFieldName = z.enum([
  // Every paper, whatever its kind (NĐ 30/2020 zones)
  'document-number',
  'issue-date',
  'person-name',
  'document-title',
  'issuing-body',
  // The person that the paper is about
  'personal-id',
  'old-id',
  'birth-date',
  'sex',
  'ethnicity',
  'nationality',
  'place-of-birth',
  'place-of-origin',
  'residence',
  'phone',
  'expiry-date',
  // Civil status
  'mother-name',
  'mother-birth-year',
  'mother-personal-id',
  'mother-residence',
  'father-name',
  'father-birth-year',
  'father-personal-id',
  'father-residence',
  'wife-name',
  'wife-birth-date',
  'wife-personal-id',
  'wife-residence',
  'husband-name',
  'husband-birth-date',
  'husband-personal-id',
  'husband-residence',
  'registration-place',
  'registration-date',
  'marital-status',
  'purpose',
  'declarant-name',
  'signer-name',
  // Land
  'certificate-serial',
  'register-number',
  'parcel-number',
  'map-sheet',
  'parcel-address',
  'area',
  'land-use',
  'land-use-form',
  'land-use-term',
  'land-origin',
  // Forms that are filled in
  'addressee',
  'request',
  // Notaries and powers of attorney
  'notary-number',
  'notary-name',
  'notary-office',
  'first-party-name',
  'first-party-id',
  'second-party-name',
  'second-party-id',
  'price',
  'scope',
  'term',
  // Business
  'business-code',
  'business-name',
  'head-office',
  'charter-capital',
  'representative',
  'first-registration-date',
  'change-count',
  'change-date',
  // Driving licence
  'licence-class',
  // Birth and death notices
  'child-name',
  'birth-time',
  'birth-weight',
  'death-date',
  'death-cause',
  'health-facility',
]);
export type PaperFieldName = z.infer<typeof PaperFieldName>;

/** The five that stand on any paper. */
export const GENERIC_FIELDS = [
  'document-number',
  'issue-date',
  'person-name',
  'document-title',
  'issuing-body',
] as const satisfies readonly PaperFieldName[];
