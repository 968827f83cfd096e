import { z } from 'zod';

/** What the line really is, told apart by a signed health reply (promise 5). */
export const LineStatus = z.object({
  state: z.enum([
    'never-tried',
    'up',
    'sending',
    'no-network',
    'city-unreachable',
    'not-the-city',
    'city-failing',
    'city-refuses-desk',
    /** The line is up, but this machine's clock is more than two minutes off the city's: papers carry its date. */
    'clock-differs',
    /** The line is up, but this machine cannot keep what the city says (a full disk): nothing moves on. */
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
  nextTryAt: z.string().nullable(),
  referenceVersion: z.int(),
});
export type LineStatus = z.infer<typeof LineStatus>;
