import type { line as vi } from '../vi/line.ts';

export const line: typeof vi = {
  'never-tried': 'Line not tried yet',
  up: 'The city has everything',
  upWaiting: 'Line is up · {{n}} waiting',
  sending: 'Sending {{n}} dossiers',
  'no-network': 'No network since {{since}} · {{n}} waiting',
  'city-unreachable': 'Line down since {{since}} · {{n}} waiting',
  'not-the-city': 'The network asks for a login; city not reached · {{n}} waiting',
  'city-failing': 'City system failing since {{since}} · {{n}} waiting',
  'city-refuses-desk': 'The city refuses this desk · call support',
  'clock-differs': "This machine's clock is wrong · {{n}} waiting",
  'desk-cannot-keep': "This machine cannot save the city's answers · {{n}} waiting",
  minutesLeft: 'about {{n}} min left',
  underAMinute: 'under a minute left',
  pillLabel: 'Line: {{state}}',
};
