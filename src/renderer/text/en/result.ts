import type { result as vi } from '../vi/result.ts';

export const result: typeof vi = {
  title: 'Received',
  resubmitted: 'Submitted again',
  resent: 'Corrected and queued to be sent again',
  earlier:
    'An earlier press had already recorded this dossier, just as it was then. What was changed since is not in it and is kept as a correction: ask a supervisor to return the dossier, then submit the correction.',
  kept: "The dossier is in the desk's log and awaits sign-off.",
  code: 'Code',
  due: 'Due',
  'intake-slip': 'Intake slip',
  'fee-receipt': 'Fee receipt',
  making: 'Being made…',
  openOf: 'Open {{paper}}',
  saveOf: 'Save {{paper}}',
  printOf: 'Print {{paper}}',
  printAll: 'Print all',
  printing: 'Sending to the printer…',
  printed: 'Sent to the printer',
  savedTo: 'Saved: {{path}}',
  notSaved: 'Not saved',
  next: 'Next dossier',
  look: 'View dossier',
};
