import type { signIn as vi } from '../vi/sign-in.ts';

export const signIn: typeof vi = {
  title: 'Who is at the desk?',
  hint: 'Choose a name with the arrow keys, then type the PIN.',
  officers: 'Officers of this desk',
  pin: 'PIN',
  pinOf: 'PIN of {{name}}',
  go: 'Start the shift',
  going: 'Checking the PIN…',
  noOfficers: 'No list of officers on this desk yet.',
  noOfficersDo:
    'The desk needs the line once to fetch the list from the city. Check the cable and try again.',
};
