import type * as vi from '../vi/words.ts';

export const words: typeof vi.words = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  open: 'Open',
  print: 'Print',
  retry: 'Try again',
  undo: 'Undo',
  loading: 'Loading…',
  none: 'None',
  dismiss: 'Got it',
  next: 'Continue',
  remove: 'Remove',
  male: 'Male',
  female: 'Female',
  showTyped: 'Show or hide what was typed',
};

export const states: typeof vi.states = {
  done: 'Done',
  look: 'Look here',
  wrong: 'Wrong',
  moving: 'On its way',
  idle: 'Not needed',
  received: 'Received',
  submitted: 'Awaiting sign-off',
  approved: 'Signed off',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
};

export const remedies: typeof vi.remedies = {
  'retry-later': 'Try again later',
  'officer-decides': 'You decide',
  'call-support': 'Call support',
};

export const unknown: typeof vi.unknown = {
  failure:
    'This could not be done; everything saved is safe. Try once more; if it still fails, read code {{code}} to support.',
  problem: 'One more thing to look at before receiving (code {{code}}).',
  refusal:
    'The city does not accept it (code {{code}}). Call support and read this code; the dossier is kept on this machine.',
  actRefusal: "The city's reason has code {{code}}: read this code to support.",
  notice: 'The desk has something to report (code {{code}}). Read this code to support.',
};
