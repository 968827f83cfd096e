import type { Fact } from '../../src/shared/domain/desk-log/fact.ts';
import type { CityTransaction, What } from './city-transaction.ts';

type Elsewhere = {
  dossier_id: string;
  procedure_name: string;
  code: string;
  unit: string;
  received_at: Date | string;
};

/**
 * The same citizen with an open dossier for the same procedure at another desk: the desk that took the later one is told,
 * once a dossier, and decides. Open: not withdrawn, and not signed off with its due date gone by.
 */
export async function sayElsewhere(
  tx: CityTransaction,
  deskId: string,
  accepted: readonly Fact[],
): Promise<void> {
  const contents = accepted.flatMap((fact) =>
    'content' in fact
      ? [
          {
            dossier_id: fact.dossierId,
            personal_id: fact.content.applicant.personalId,
            procedure_name: fact.content.procedure.name,
          },
        ]
      : [],
  );
  if (contents.length === 0) return;
  const found = await tx.query<Elsewhere>(
    `WITH taken AS (
       UPDATE dossiers d SET personal_id = t.personal_id
         FROM json_to_recordset($1::text::json) AS t(dossier_id text, personal_id text, procedure_name text)
        WHERE d.dossier_id = t.dossier_id
       RETURNING d.dossier_id, d.desk_id, d.personal_id, d.procedure_code, d.elsewhere_code, t.procedure_name)
     SELECT taken.dossier_id, taken.procedure_name, o.code,
            desks.name || ' · ' || (branches.body::json->>'name') AS unit, o.received_at
       FROM taken
      CROSS JOIN LATERAL (
            SELECT code, desk_id, received_at FROM dossiers
             WHERE personal_id = taken.personal_id AND procedure_code = taken.procedure_code
               AND desk_id <> taken.desk_id AND status <> 'withdrawn'
               AND (status <> 'approved' OR due_at > now())
             ORDER BY received_at LIMIT 1) o
       JOIN desks ON desks.desk_id = o.desk_id
       JOIN branches ON branches.branch_id = desks.branch_id
      WHERE taken.elsewhere_code IS NULL`,
    [JSON.stringify(contents)],
  );
  for (const { dossier_id, procedure_name, code, unit, received_at } of found) {
    await tx.query('UPDATE dossiers SET elsewhere_code = $2 WHERE dossier_id = $1', [dossier_id, code]);
    tx.tell(deskId, {
      type: 'dossier-elsewhere',
      dossierId: dossier_id,
      code,
      unit,
      procedureName: procedure_name,
      receivedAt: new Date(received_at).toISOString(),
    } as What); // ids and moments of our own tables: brands only
  }
}
