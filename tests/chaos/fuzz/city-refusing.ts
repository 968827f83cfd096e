import type { ToldCity } from '../told-city/start-told-city.ts';
import type { ModelDossier } from './desk-model.ts';

/** How the city is made to refuse a dossier, and to take it after all. */
export const createCityRefusing = (city: ToldCity) => ({
  /** It holds the number as used already, as if it had been given to another: it refuses whoever brings it. */
  refuseCode: async (deskId: string, number: number): Promise<void> => {
    await city.query(
      `INSERT INTO used_numbers (scope, number, lease_id, dossier_id, voided)
         SELECT scope, $2::int, lease_id, NULL, true FROM leases
          WHERE desk_id = $1 AND kind = 'dossier-code' AND from_number <= $2::int AND to_number >= $2::int
         ON CONFLICT DO NOTHING`,
      [deskId, number],
    );
  },
  isRefused: async (deskId: string, dossierId: string): Promise<boolean> => {
    const rows = await city.query(
      `SELECT 1 FROM desk_events WHERE desk_id = $1 AND type = 'dossier-received' AND outcome = 'refused'
          AND raw::json->'fact'->>'dossierId' = $2`,
      [deskId, dossierId],
    );
    return rows.length > 0;
  },
  /** Whoever held the number gives it up. */
  mend: async (deskId: string, { printed }: ModelDossier): Promise<void> => {
    await city.query(
      `DELETE FROM used_numbers WHERE dossier_id IS NULL AND number = $1
          AND lease_id IN (SELECT lease_id FROM leases WHERE desk_id = $2 AND kind = 'dossier-code')`,
      [Number(printed.code.split('-').at(-1)), deskId],
    );
  },
});
export type CityRefusing = ReturnType<typeof createCityRefusing>;
