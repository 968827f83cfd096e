import type { line as vi } from '../vi/line.ts';

export const line: typeof vi = {
  'never-tried': 'Line not tried yet',
  up: 'The city has everything',
  upRefused: 'Line is up · {{n}} refused',
  upRefusedActs: 'Line is up · {{n}} desk {{n, noun(one: entry; more: entries)}} refused',
  upWaiting: 'Line is up · {{n}} waiting',
  sending: 'Sending {{n}} {{n, noun(one: dossier; more: dossiers)}}',
  'no-network': 'No network since {{since}} · {{n}} waiting',
  'no-name': "The network does not know the city's address since {{since}} · {{n}} waiting",
  'city-unreachable': 'Line down since {{since}} · {{n}} waiting',
  'captive-portal': 'The network asks for a login; city not reached · {{n}} waiting',
  'proxy-login': 'The proxy asks for a password · {{n}} waiting',
  'wrong-clock': "This machine's clock keeps it from connecting · {{n}} waiting",
  'wrong-certificate': "The city's certificate is not right · {{n}} waiting",
  'not-the-city': 'What answers is not the city · {{n}} waiting',
  'city-slow': 'The city answers slowly · {{n}} waiting',
  'city-failing': 'City system failing since {{since}} · {{n}} waiting',
  'city-refuses-desk': 'The city refuses this desk · call support',
  'clock-differs': "This machine's clock is wrong · {{n}} waiting",
  'desk-cannot-keep': "This machine's disk cannot be read or written · {{n}} waiting",
  'held-night':
    'All data sent · images of {{n}} {{n, noun(one: dossier; more: dossiers)}} wait until {{until}}',
  'held-quota':
    "All data sent · this hour's allowance is used, images of {{n}} {{n, noun(one: dossier; more: dossiers)}} go on at {{until}}",
  minutesLeft: 'about {{n}} min left',
  underAMinute: 'under a minute left',
  pillLabel: 'Line: {{state}}',
};
