import type { refusals as vi } from '../vi/refusals.ts';

const callAboutNumber =
  "This number does not agree with the city's register. Call support; do not issue another.";
const callAboutStep =
  'The city does not accept this step. Call support; the dossier is kept on this machine.';
const callAboutLog = "The desk's log does not agree with the city. Call support at once.";

export const refusals: typeof vi = {
  'procedure-unknown': 'The city does not have this procedure. Call support.',
  'number-used': callAboutNumber,
  'number-outside-lease': callAboutNumber,
  'lease-unknown': callAboutNumber,
  'lease-differs': callAboutNumber,
  'code-differs': callAboutNumber,
  'four-eyes': 'The person who signed off also received it. Ask another supervisor to sign off.',
  'status-forbids': callAboutStep,
  'already-issued': callAboutStep,
  'total-differs': callAboutStep,
  'dossier-known': callAboutStep,
  'dossier-unknown': callAboutStep,
  'seq-conflict': callAboutLog,
  'wrong-desk': callAboutLog,
  'wrong-hash': callAboutLog,
  'wrong-signature': callAboutLog,
  'chain-broken': callAboutLog,
  malformed: callAboutLog,
  'desk-differs': callAboutLog,
  'officer-unknown': callAboutLog,
  'cannot-store': callAboutLog,
};
