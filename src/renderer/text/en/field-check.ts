import type { fieldCheck as vi } from '../vi/field-check.ts';

export const fieldCheck: typeof vi = {
  kind: 'Kind of paper',
  kindUnknown: 'Kind of paper not recognised',
  kindSure: 'recognised, {{sure}} % sure',
  kindChosen: 'chosen by an officer',
  kindAgreed: 'recognised, and taken over',
  notReadRows: 'Not seen on this page: {{n}} more of this kind of paper',
  showNotRead: 'Show, to type them',
  closeNotRead: 'Put away',
  stillReading: 'reading…',
  contradicted: 'contradicts',
  acceptAnyway: 'accept all the same',
  sources: { qr: 'QR', barcode: 'barcode', mrz: 'MRZ', 'text-layer': 'PDF' },
  record: 'At this desk {{unchanged}} / {{proposed}} values read from this kind of paper were kept as read.',
  recordWorst: 'Corrected most: {{field}}.',
  cardOf: 'This page has the QR code of the card of {{name}}.',
  fillApplicant: 'Fill in the applicant',
};
