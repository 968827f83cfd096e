import { z } from 'zod';
import { DossierId } from '../../base/ids.ts';

/** Most pressing first, as the line sends them. */
export const OutboxRow = z.object({
  dossierId: DossierId,
  /** Its facts are not judged yet; pages are missing at the city; or all is there and only the signed word is missing. */
  waitsFor: z.enum(['facts', 'pages', 'word']),
  pagesLeft: z.int().min(0),
  bytesLeft: z.int().min(0),
  /** When all of it is there, by the measured rate, its place in the queue and what the limits allow; null: see `because`. */
  doneAt: z.string().nullable(),
  /** Why nothing can be said, or what it waits for besides the line. */
  because: z
    .enum([
      'line-down',
      'not-measured',
      'night',
      'quota',
      'page-not-in-store',
      'page-damaged',
      'page-refused',
      'hash-differs',
      'city-silent',
    ])
    .nullable(),
});
export type OutboxRow = Readonly<z.infer<typeof OutboxRow>>;

/** Everything that the city does not hold whole; `more` are not listed. */
export const LineOutbox = z.object({ rows: z.array(OutboxRow).max(500).readonly(), more: z.int().min(0) });
export type LineOutbox = Readonly<z.infer<typeof LineOutbox>>;
