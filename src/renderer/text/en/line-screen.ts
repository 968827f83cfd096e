import type { lineScreen as vi } from '../vi/line-screen.ts';

export const lineScreen: typeof vi = {
  title: 'The line',
  safe: 'Every dossier received is safe on this machine, sealed.',
  measuredAt: 'the city last answered {{at}}',
  neverHeard: 'the city has not answered yet',
  tryNow: 'Try now',
  trying: 'Trying…',
  nextTry: 'tries again by itself at {{at}}',
  todo: {
    'never-tried': 'The desk is trying the line for the first time.',
    up: 'Go on receiving as usual.',
    sending: 'Data goes first, page images after. Go on receiving as usual.',
    'no-network':
      'No network. Look at the cable or Wi-Fi; go on receiving, it sends by itself when the network is back.',
    'city-unreachable':
      'There is a network but the city cannot be reached. Go on receiving; it sends by itself.',
    'not-the-city':
      'What answers is not the city: usually a network that wants a login. Log in with a browser, or call support.',
    'city-failing':
      "The city's machine is failing. It is not the desk's fault; the desk tries again by itself.",
    'city-refuses-desk':
      'The city does not accept this desk. Call support; the dossiers are safe on this machine.',
    'clock-differs':
      "Dossiers are sent all the same, but this machine's clock is more than 2 minutes off the city's: dates printed on papers may be wrong. Set the clock or call support.",
    'desk-cannot-keep':
      "The line is up, but this machine cannot save the city's answers, usually because the disk is full. Free some space or call support; the desk tries again by itself.",
  },
  cityHas: 'Received by the city today',
  ofDossiers: '/ {{n}} dossiers',
  waitingFacts: '{{dossiers}} dossiers waiting: {{events}} entries, {{pages}} page images ({{size}})',
  nothingWaits: 'Nothing is waiting.',
  rate: 'Measured rate: {{rate}} a second',
  doneAbout: 'Done at about {{at}}',
  numbers: 'Numbers issued to this desk',
  left: '{{n}} left',
  codesToday: "Today's dossier codes",
  receipts: 'Receipts {{series}}',
  slips: 'Intake slips',
  daysAhead: 'Without the line, codes for',
  days: '{{n}} working days',
  dossier: 'Dossier',
  state: 'State',
  when: 'When',
  pages: 'Pages',
  outbox: 'Dossiers to send',
  empty: 'No dossier yet',
  emptyHint: "Dossiers you receive appear here with the city's confirmation.",
  signed: 'signed at {{at}}',
  since: 'waiting since {{at}}',
  facts: 'data received at {{at}}',
  refusedAt: 'at {{at}} · open to look',
  stateSince: 'in this state since {{at}}',
  noNumbers: 'No numbers yet: the line is needed once.',
};
