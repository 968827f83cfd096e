import type { CityChange } from '../../src/shared/domain/dossier/city-conflict.ts';
import type { CityContext } from './city-context.ts';
import { changeCity, type What } from './city-transaction.ts';

/** Tells the desk that has the dossier; false when the city knows no such dossier. */
function tellItsDesk(city: CityContext, dossierId: string, what: Record<string, unknown>): Promise<boolean> {
  return changeCity(city, async (tx) => {
    const [dossier] = await tx.query<{ desk_id: string }>(
      'SELECT desk_id FROM dossiers WHERE dossier_id = $1',
      [dossierId],
    );
    if (dossier === undefined) return false;
    tx.tell(dossier.desk_id, { ...what, dossierId } as What); // the id is of our own table
    return true;
  });
}

/** Somebody at the city has withdrawn a dossier, or the citizen did there. */
export const withdrawDossier = (
  city: CityContext,
  dossierId: string,
  by: 'citizen' | 'city',
  reason: string,
): Promise<boolean> => tellItsDesk(city, dossierId, { type: 'dossier-withdrawn', by, reason });

/** Somebody at the city has changed values of a dossier; `field` as the desk's `changeable-fields.ts` has it. */
export const changeDossier = (
  city: CityContext,
  dossierId: string,
  changes: readonly CityChange[],
): Promise<boolean> => tellItsDesk(city, dossierId, { type: 'dossier-changed', changes });
