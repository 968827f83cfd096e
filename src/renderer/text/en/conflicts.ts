import type { conflicts as vi } from '../vi/conflicts.ts';

export const conflicts: typeof vi = {
  title: 'To decide',
  count: '{{n}} {{n, noun(one: word; more: words)}} of the city against the desk',
  none: 'nothing waits',
  empty: 'Nothing to decide',
  emptyWhy:
    'When the city withdraws or changes a dossier, or finds another of the same citizen elsewhere, it shows here.',
  list: 'Waiting for a decision',
  open: 'View dossier',
  short: {
    'dossier-withdrawn': 'The city says withdrawn',
    'dossier-changed': 'The city has changed it',
    'dossier-elsewhere': 'A dossier elsewhere',
  },
  said: {
    'dossier-withdrawn':
      'At {{at}} the city said that this dossier is withdrawn. Here it is still worked on.',
    'dossier-changed':
      'At {{at}} the city said that it has changed this dossier. Here it is as it was received.',
    'dossier-elsewhere':
      'At {{at}} the city said that this citizen has a dossier for the same procedure elsewhere. Ask the citizen before you choose.',
  },
  bothSides: 'Both sides next to each other',
  deskSide: 'This desk',
  citySide: 'The city',
  differs: 'differs',
  status: 'State',
  askedBy: 'Asked by',
  by: { citizen: 'The citizen', city: 'The city' },
  reason: 'Reason',
  takenAt: 'Taken at',
  unknownHere: 'this version does not know it',
  choose: 'Choose a side',
  chooseOne: 'Choose one of the two.',
  choice: {
    'dossier-withdrawn': { 'keep-desk': 'Go on with it', 'accept-city': 'It is withdrawn' },
    'dossier-changed': { 'keep-desk': "Keep the desk's", 'accept-city': "Take the city's" },
    'dossier-elsewhere': { 'keep-desk': 'Keep the dossier here', 'accept-city': 'Withdraw it here' },
  },
  does: {
    'dossier-withdrawn': {
      'keep-desk': 'The dossier goes on as before. The city is told that the desk does not withdraw it.',
      'accept-city': 'The dossier stops and is signed no more; code, receipt and history are kept.',
    },
    'dossier-changed': {
      'keep-desk': "The dossier stays as it is. The city is told to take the desk's.",
      'accept-city': "The dossier takes the city's values; the old ones stay in its history.",
    },
    'dossier-elsewhere': {
      'keep-desk': 'Both dossiers go on. The city is told that the desk knows.',
      'accept-city': 'The dossier here stops, the other goes on. Code and receipt are kept.',
    },
  },
  signAgain: 'It was signed, so a supervisor signs again.',
  unfit: "This machine cannot hold the city's value. Keep the desk's, or call support first.",
  note: 'Why so',
  noteHint: 'Whom you asked and when; the note goes with the decision and stays for ever.',
  noteShort: 'At least 3 letters.',
  decide: 'Record the decision',
  decided: {
    'keep-desk': "Kept the desk's: {{name}}",
    'accept-city': "Took the city's: {{name}}",
  },
  supervisorDecides: 'It is signed off: a branch supervisor decides.',
  otherDecides: 'Who received it ({{name}}) or a branch supervisor decides.',
};
