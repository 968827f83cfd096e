import { z } from 'zod';

/** What the desk's own machine has left, asked for by the home screen before and during the shift. */
export const DeskRoom = z.object({
  /** Bytes that this user may still write on the disk of the desk's data. */
  freeBytes: z.number().min(0),
});
export type DeskRoom = z.infer<typeof DeskRoom>;
