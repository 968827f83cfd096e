import { z } from 'zod';
import { canonicalJson } from '../../base/canonical-json.ts';
import { Instant } from '../../base/dates.ts';
import { DossierId } from '../../base/ids.ts';

/**
 * One value that the city has changed: `field` as `changeable-fields.ts` names it, a name of a newer city among them;
 * `to` null: there is no value any more.
 */
export const CityChange = z.object({ field: z.string().min(1), to: z.string().nullable() });
export type CityChange = Readonly<z.infer<typeof CityChange>>;

/**
 * What the city says of a dossier that may not fit what the desk has done meanwhile. Both sides stay as they are until
 * an officer decides (`conflict-resolved`).
 */
export const CityConflict = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('dossier-withdrawn'),
    dossierId: DossierId,
    by: z.enum(['citizen', 'city']),
    reason: z.string(),
  }),
  z.object({
    type: z.literal('dossier-changed'),
    dossierId: DossierId,
    changes: z.array(CityChange).min(1),
  }),
  /** The same citizen has an open dossier for the same procedure at another desk. */
  z.object({
    type: z.literal('dossier-elsewhere'),
    dossierId: DossierId,
    code: z.string(),
    unit: z.string(),
    procedureName: z.string(),
    receivedAt: Instant,
  }),
]);
export type CityConflict = Readonly<z.infer<typeof CityConflict>>;

/** The city's last word under a cursor; a city put back to an older state may say something else under the same one. */
export const sameConflict = (left: CityConflict, right: CityConflict): boolean =>
  canonicalJson(left) === canonicalJson(right);
