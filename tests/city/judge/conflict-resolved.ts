import {
  type CityChange,
  type CityConflict,
  sameConflict,
} from '../../../src/shared/domain/dossier/city-conflict.ts';
import type { Sql } from '../city-database.ts';
import type { FactOf, Judge } from './judgement.ts';
import { findDossier } from './known-dossier.ts';

type Said = { readonly body: { readonly cursor: number; readonly what: CityConflict } };

/**
 * Did the city say this? A word behind the end of its feed is one that it lost when it was put back to an older state:
 * the desk's is the only record of it, and heals it.
 */
async function wasSaid(sql: Sql, deskId: string, cursor: number, what: CityConflict): Promise<boolean> {
  const rows = await sql.query<{ statement: string }>(
    'SELECT statement FROM feed WHERE desk_id = $1 AND cursor_number = $2',
    [deskId, cursor],
  );
  const [said] = rows.map(({ statement }): Said => JSON.parse(statement));
  if (said !== undefined) return sameConflict(said.body.what, what);
  const [head] = await sql.query<{ last_cursor: number }>(
    'SELECT last_cursor FROM feed_heads WHERE desk_id = $1',
    [deskId],
  );
  return cursor > (head?.last_cursor ?? 0);
}

const findNew = (changes: readonly CityChange[], field: string): string | null =>
  changes.find((change) => change.field === field)?.to ?? null;

/** An officer decided between desk and city: the dossier is withdrawn, has the city's values, or stays the desk's. */
export const judgeConflictResolved: Judge<FactOf<'conflict-resolved'>> = async (sql, event, fact) => {
  const { dossierId, cursor, what, resolution } = fact;
  const dossier = await findDossier(sql, event.desk, dossierId);
  if (dossier === undefined) return 'dossier-unknown';
  if (what.dossierId !== dossierId || !(await wasSaid(sql, event.desk, cursor, what)))
    return 'conflict-unknown';
  if (resolution === 'keep-desk' || dossier.status === 'withdrawn') return null;
  if (what.type !== 'dossier-changed') {
    await sql.query(`UPDATE dossiers SET status = 'withdrawn' WHERE dossier_id = $1`, [dossierId]);
    return null;
  }
  // What was signed is not what it is now: it is to be signed again.
  await sql.query(
    `UPDATE dossiers SET status = CASE status WHEN 'approved' THEN 'submitted' ELSE status END,
            applicant_name = coalesce($2, applicant_name), personal_id = coalesce($3, personal_id)
      WHERE dossier_id = $1`,
    [dossierId, findNew(what.changes, 'applicant.fullName'), findNew(what.changes, 'applicant.personalId')],
  );
  return null;
};
