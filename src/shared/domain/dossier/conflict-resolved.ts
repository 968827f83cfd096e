import { z } from 'zod';
import { DossierId } from '../../base/ids.ts';
import { CityConflict } from './city-conflict.ts';

export const ConflictResolution = z.enum(['keep-desk', 'accept-city']);
export type ConflictResolution = z.infer<typeof ConflictResolution>;

/**
 * An officer has decided between the desk and the city. `cursor`: of the city event; `what`: its words, whole, because
 * the journal alone must say what a dossier holds, also when nothing of the city's stream is left.
 */
export const ConflictResolved = z.object({
  type: z.literal('conflict-resolved'),
  dossierId: DossierId,
  cursor: z.int().min(1),
  what: CityConflict,
  resolution: ConflictResolution,
  note: z.string().trim().min(3).max(1000),
});
export type ConflictResolved = Readonly<z.infer<typeof ConflictResolved>>;
