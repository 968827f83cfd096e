import type { start as vi } from '../vi/start.ts';

export const start: typeof vi = {
  opening: 'Opening the desk…',
  newPassphrase: 'Set a passphrase for this machine',
  newPassphraseWhy:
    'This machine has no system key store, so dossiers are sealed with a passphrase. If it is forgotten nobody can open them: write it down and have the branch supervisor keep it.',
  passphrase: 'Passphrase',
  passphraseAgain: 'Passphrase again',
  passphraseRule: 'At least 8 characters; four or five easy words are best.',
  passphraseShort: 'Too short: at least 8 characters.',
  passphraseDiffers: 'The two are not the same yet.',
  setPassphrase: 'Set and open the desk',
  unlock: 'Unlock the desk',
  unlockWhy: 'Dossiers on this machine are sealed. Type the passphrase of this machine.',
  unlocking: 'Opening the seal…',
  enrol: 'Enrol the desk with the city',
  enrolWhy: 'Once per machine. The one-time code is given for this desk by the centre.',
  cityAddress: 'City server address',
  cityAddressWrong: 'The address starts with https:// (or http:// inside the office network).',
  oneTimeCode: 'One-time code',
  oneTimeCodeShort: 'The code has at least 4 characters.',
  enrolGo: 'Enrol',
  enrolling: 'Exchanging keys with the city…',
  failed: 'The desk could not be opened',
  failedSafe: 'Nothing was deleted. Do what the sentence below says.',
  alarms: 'Reported by the desk at start',
  version: 'Version {{version}}',
};
