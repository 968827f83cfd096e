import type { cityStanding as vi } from '../vi/city-standing.ts';

/** What the city is known to hold; "has it all" only with its signed word. */
export const cityStanding: typeof vi = {
  waiting: 'Waiting its turn',
  factsAccepted: 'The city has the data, pages on their way',
  complete: 'Received by the city at {{at}}',
  refusedShort: 'The city refused it',
  refused: 'The city refused: {{reason}}',
  waitingLong:
    'Not yet sent to the city. The dossier is safe on this machine and is sent by itself when the line is back.',
  factsAcceptedLong: 'The city received the data at {{at}}; pages are on their way.',
  completeLong: 'The city received everything at {{at}}, signed.',
  refusedLong: 'The city refused it at {{at}}: {{reason}}',
};
