import type { failuresCity as vi } from '../vi/failures-city.ts';

export const failuresCity: typeof vi = {
  'no-name':
    "The network does not know the city's address. Check the address, or tell whoever runs the network.",
  'captive-portal': 'The network asks for a login. Log in with a browser and try again.',
  'proxy-login': "The network's proxy asks for a name and a password. Call whoever runs the network.",
  'wrong-clock': "This machine's date or time is wrong. Set it and try again.",
  'wrong-certificate': "What answers has no valid certificate of the city's. Call support.",
  'line-limits-supervisor': 'Only the branch supervisor can set the limits of the line. Ask them to sign in.',
  'line-limits-not-kept':
    'This machine could not save the limits, usually because the disk is full. Free some space and save again.',
  'no-network': 'No network. Check the cable and try again.',
  'city-unreachable': 'The city cannot be reached. Check the address and the line, then try again.',
  'not-the-city':
    'What answered is not the city (the network may ask for a login). Check the address, then call support.',
  'city-failing': "The city's system is failing. Keep receiving; the desk will send again by itself.",
  'city-refuses-desk': 'The city refuses this desk. Call support; dossiers stay here safely.',
  'city-address-invalid': 'The city address is wrong. Copy it again, with https://.',
  'enrolment-code-unknown': 'The city does not know this code. Type it as printed, or ask for a new one.',
  'enrolment-code-used': 'This code was used. Ask the centre for a new one.',
  'enrolment-refused': "The city refused the enrolment ({{code}}). Call the centre's support.",
  'city-log-damaged':
    'The record of city messages is damaged and will be fetched again. Call support if it stays.',
  'city-log-key-wrong': 'The record of city messages cannot be opened with this key. Call support.',
};
