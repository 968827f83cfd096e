import type { cityStanding as vi } from '../vi/city-standing.ts';

/** What the city is known to hold; "has it all" only with its signed word. */
export const cityStanding: typeof vi = {
  waiting: 'Waits its turn',
  factsAccepted: 'The city has the facts, pages on their way',
  complete: 'The city has it since {{at}}',
  refused: 'The city refused: {{reason}}',
  waitingLong:
    'Not yet sent to the city. The dossier is safe on this machine and goes by itself when there is a line.',
  factsAcceptedLong: 'The city has the facts since {{at}}; pages are on their way.',
  completeLong: 'The city has it all since {{at}}, signed.',
  refusedLong: 'The city refused it at {{at}}: {{reason}}',
};
