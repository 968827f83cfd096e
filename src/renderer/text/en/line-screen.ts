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
    'no-name':
      "There is a network, but nobody on it knows the city's address (DNS). Turn the network off and on; if that does not help, tell whoever runs it. Go on receiving.",
    'captive-portal':
      'A login page of the network answers instead of the city. Log in with a browser, then press Try now.',
    'proxy-login':
      "The network's proxy asks for a name and a password. Ask whoever runs the network to let this machine through; the dossiers are safe here.",
    'wrong-clock':
      "This machine's date or time is wrong, so the city's certificate cannot be checked. Set the clock, then press Try now. Dates on printed papers are wrong too.",
    'wrong-certificate':
      "What answers has no valid certificate of the city's: something may stand in between. The desk sends nothing. Call support.",
    'not-the-city':
      'What answers cannot sign as the city, so the desk does not believe it and sends nothing. Call support.',
    'city-slow':
      "The city answers, but slowly. It is not the desk's fault; dossiers go bit by bit. Go on receiving as usual.",
    'city-failing':
      "The city's machine is failing. It is not the desk's fault; the desk tries again by itself.",
    'city-refuses-desk':
      'The city does not accept this desk. Call support; the dossiers are safe on this machine.',
    'clock-differs':
      "Dossiers are sent all the same, but this machine's clock is more than 2 minutes off the city's: dates printed on papers may be wrong. Set the clock or call support.",
    'desk-cannot-keep':
      "This machine cannot read or write the desk's log, usually because the disk is full or failing, so nothing more is sent. Free some space or call support; the desk tries again by itself.",
  },
  answerSeconds: 'the city answers within {{n}} {{n, noun(one: second; more: seconds)}}',
  heldNight: 'Images wait until {{until}} as set; the data of dossiers goes at once.',
  heldQuota: "This hour's allowance is used; images go on at {{until}}, the data of dossiers goes at once.",
  cityHas: 'Received by the city today',
  ofDossiers: '/ {{n}} {{n, noun(one: dossier; more: dossiers)}}',
  waitingFacts:
    '{{dossiers}} {{dossiers, noun(one: dossier; more: dossiers)}} waiting: {{events}} {{events, noun(one: entry; more: entries)}}, {{pages}} {{pages, noun(one: page image; more: page images)}} ({{size}})',
  nothingWaits: 'Nothing is waiting.',
  rate: 'Measured rate: {{rate}} a second',
  doneAbout: 'Done at about {{at}}',
  numbers: 'Numbers issued to this desk',
  left: '{{n}} left',
  codesToday: "Today's dossier codes",
  receipts: 'Receipts {{series}}',
  slips: 'Intake slips',
  daysAhead: 'Without the line, codes for',
  days: '{{n}} {{n, noun(one: working day; more: working days)}}',
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
  doneAt: 'done at about {{at}}',
  because: {
    'line-down': 'waits for the line',
    'not-measured': 'rate not measured yet',
    night: 'images wait for the night hours',
    quota: "images wait for the next hour's allowance",
    'page-not-in-store': 'the image of a page is gone from this machine: call support',
    'page-damaged': 'the image of a page is damaged on this machine: call support',
    'page-refused': 'the city does not take a page; the desk tries again',
    'hash-differs': 'a page arrived wrong; the desk sends it again',
    'city-silent': 'the city has it all but has not confirmed; the desk asks again',
  },
  leftOf: '{{n}} {{n, noun(one: page; more: pages)}} left ({{size}})',
  moreWait: 'and {{n}} more {{n, noun(one: dossier; more: dossiers)}} waiting',
  limits: {
    title: 'Limits of the line',
    none: 'No limits: images go as soon as the line is there.',
    night: 'Images only from {{from}} to {{until}}; the data of dossiers goes at once.',
    quota: 'At most {{size}} an hour; the data of dossiers goes at once.',
    change: 'Change',
    onlySupervisor: 'The branch supervisor can change it.',
    useNight: 'Images only at these times',
    from: 'From',
    until: 'To',
    useQuota: 'The line is paid by volume',
    megabytesAnHour: 'MB an hour',
    save: 'Save',
    cancel: 'Leave it',
    sameTimes: 'The same time twice means all day.',
  },
  acts: {
    title: 'The city refused {{n}} {{n, noun(one: entry; more: entries)}} of this desk',
    todo: 'They belong to no dossier. Call support and read the entry number.',
    place: 'Entry {{seq}} · made at {{made}} · the city answered at {{refused}}',
    older: 'and {{n}} older {{n, noun(one: entry; more: entries)}}',
    'desk-enrolled': 'This desk enrolled',
    'officer-signed-in': '{{name}} signed in',
    'officer-signed-out': '{{name}} signed out',
    'number-leases-closed': '{{n}} old number {{n, noun(one: block; more: blocks)}} closed',
    'day-closed': 'Day {{date}} closed',
    'number-lease-received': {
      'dossier-code': 'Dossier codes {{from}}–{{to}} received',
      receipt: 'Receipt numbers {{from}}–{{to}} received',
      'intake-slip': 'Intake slip numbers {{from}}–{{to}} received',
    },
    'number-voided': {
      'dossier-code': 'Dossier code {{n}} voided',
      receipt: 'Receipt {{n}} voided',
      'intake-slip': 'Intake slip {{n}} voided',
    },
  },
  noNumbers: 'No numbers yet: the line is needed once.',
};
