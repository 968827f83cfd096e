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
});
export type ReferenceView = z.infer<typeof ReferenceView>;
