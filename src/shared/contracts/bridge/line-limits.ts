import { z } from 'zod';

/** `HH:MM`, Hanoi time. */
const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** What a supervisor allows the line for pages. Facts of dossiers always go at once; their bytes count too. */
export const LineLimits = z.object({
  /** A metered line: bytes that may go an hour; null without a limit. */
  bytesAnHour: z.int().min(100_000).nullable(),
  /** Pages only between these times, over midnight where `from` is later; null at any time. The same twice: always. */
  pagesBetween: z.object({ from: ClockTime, until: ClockTime }).nullable(),
});
export type LineLimits = Readonly<z.infer<typeof LineLimits>>;

export const NO_LIMITS: LineLimits = { bytesAnHour: null, pagesBetween: null };
