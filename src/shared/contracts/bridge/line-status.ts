import { z } from 'zod';
import { RefusedActs } from './refused-act.ts';

/** What the line really is, told apart by a signed health reply (promise 5). */
export const LineStatus = z.object({
  state: z.enum([
    'never-tried',
    'up',
    'sending',
    /** No cable, no Wi-Fi, no route. */
    'no-network',
    /** There is a network, but nobody on it knows the city's name (DNS). */
    'no-name',
    /** The city's machine is off, or the line between is dead. */
    'city-unreachable',
    /** A login page of the network answers instead of the city. */
    'captive-portal',
    /** The network's proxy asks for a name and a password (407). */
    'proxy-login',
    /** This machine's clock is so wrong that the city's certificate does not hold; the city itself says what time it is. */
    'wrong-clock',
    /** Whoever answers has no certificate of the city's, or one that has run out. */
    'wrong-certificate',
    'not-the-city',
    'city-failing',
    'city-refuses-desk',
    /** The line is up, but the city takes long to answer, as measured. */
    'city-slow',
    /** The line is up, but this machine's clock is more than two minutes off the city's: papers carry its date. */
    'clock-differs',
    /** This machine cannot keep what the city says (a full disk), or not read its logs: nothing moves on. */
    'desk-cannot-keep',
  ]),
  since: z.string(),
  /** Last signed word from the city. */
  lastHeardAt: z.string().nullable(),
  unsentEvents: z.int(),
  unsentDossiers: z.int(),
  unsentPages: z.int(),
  unsentBytes: z.int(),
  bytesPerSecond: z.number().nullable(),
  /** Seconds until everything is sent at the measured rate; null when nothing can be said. */
  secondsLeft: z.number().nullable(),
  /** Seconds that the city's last answers took; null before the first. */
  answerSeconds: z.number().nullable(),
  /** Pages that wait although the line is up: for the night, or for the next hour of a metered line. */
  pagesHeld: z.object({ why: z.enum(['night', 'quota']), until: z.string() }).nullable(),
  nextTryAt: z.string().nullable(),
  referenceVersion: z.int(),
  /** Acts of the desk that belong to no dossier and that the city refused within the last week. */
  refusedActs: RefusedActs,
});
export type LineStatus = z.infer<typeof LineStatus>;
