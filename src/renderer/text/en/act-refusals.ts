import type { actRefusals as vi } from '../vi/act-refusals.ts';

const logDiffers = "The desk's log does not agree with the city's: call support at once.";

export const actRefusals: typeof vi = {
  'number-used': 'At the city this number is used already. Keep the paper that bears it, if there is one.',
  'number-outside-lease': 'This number is outside the block that the city issued to the desk.',
  'lease-unknown': 'The city has not recorded issuing this block. Dossiers with its numbers may be refused.',
  'lease-differs':
    'At the city this block begins or ends elsewhere. Dossiers with its numbers may be refused.',
  'officer-unknown': 'The city does not know this officer: ask support to add them.',
  'desk-differs': 'The city has another name or key for this desk: call support at once.',
  'cannot-store': 'Something in this entry cannot be stored by the city.',
  malformed: 'The city cannot read this entry, perhaps because of another version.',
  'seq-conflict': logDiffers,
  'wrong-desk': logDiffers,
  'wrong-hash': logDiffers,
  'wrong-signature': logDiffers,
  'chain-broken': logDiffers,
};
