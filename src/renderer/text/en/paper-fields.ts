import type { paperFields as vi } from '../vi/paper-fields.ts';

export const paperFields: typeof vi = {
  'document-number': 'Number',
  'issue-date': 'Issue date',
  'person-name': 'Name',
  'document-title': 'Title',
  'issuing-body': 'Issuing body',
};
