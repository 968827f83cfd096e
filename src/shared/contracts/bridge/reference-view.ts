import { z } from 'zod';
import { WorkingCalendar } from '../../domain/due-date/calendar.ts';
import { Officer } from '../../domain/officer/officer.ts';
import { Procedure } from '../../domain/procedure/procedure.ts';

/** Reference data as the window may see it: no credentials. */
export const ReferenceView = z.object({
  version: z.int(),
  effectiveFrom: z.string(),
  sample: z.boolean(),
  procedures: z.array(Procedure),
  calendar: WorkingCalendar,
  officers: z.array(Officer),
  receipt: z.object({ form: z.string(), series: z.string() }),
  /** When the city last said that this is the newest; an Instant. */
  confirmedAt: z.string(),
  /** Until when every officer may sign in without a line; an Instant, null without officers. */
  signInUntil: z.string().nullable(),
});
export type ReferenceView = z.infer<typeof ReferenceView>;
