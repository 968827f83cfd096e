import type { refusals as vi } from '../vi/refusals.ts';

const callAboutNumber =
  "The printed number does not agree with the city's register. Keep the printed paper, issue no other number; call support, then send again.";
const callAboutLog =
  "The desk's log does not agree with the city. Call support at once; the dossier is kept on this machine, send it again when support is done.";

export const refusals: typeof vi = {
  'procedure-unknown':
    "The city's catalogue does not have this procedure. Choose the right one (same fees) and send again.",
  'number-used': callAboutNumber,
  'number-outside-lease': callAboutNumber,
  'lease-unknown': callAboutNumber,
  'lease-differs': callAboutNumber,
  'code-differs': callAboutNumber,
  'four-eyes': 'The person who signed off also received it. Send again, then ask another supervisor to sign.',
  'status-forbids':
    'At the city the dossier is at another step. Send the whole dossier again so that both agree.',
  'already-issued':
    'The city has another receipt or slip for this dossier. Keep what is printed and call support, then send again.',
  'total-differs':
    'The total on the receipt is not the sum of its lines. A printed receipt is never changed: call support, then send again.',
  'dossier-known':
    'The city has another dossier under this code. Call support, issue no other code; then send again.',
  'dossier-unknown':
    'The city does not have this dossier, so it cannot take later steps. Send the whole dossier again.',
  'seq-conflict': callAboutLog,
  'wrong-desk': callAboutLog,
  'wrong-hash': callAboutLog,
  'wrong-signature': callAboutLog,
  'chain-broken': callAboutLog,
  malformed: 'The city cannot read this dossier, perhaps of another version. Call support, then send again.',
  'desk-differs': callAboutLog,
  'officer-unknown': 'The city does not know this officer. Call support to add them, then send again.',
  'cannot-store':
    'The city cannot store something in it. Look for strange characters, correct them and send again.',
  'conflict-unknown':
    'The city no longer has the word that the desk answered. Send the whole dossier again so that both agree.',
};
