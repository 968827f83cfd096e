import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import type { Sql } from '../city-database.ts';

export type DossierRow = {
  readonly dossier_id: string;
  readonly desk_id: string;
  readonly status: string;
  readonly received_by: string | null;
  readonly corrected_by: string | null;
};

/** A dossier that this desk received and the city took. */
export async function findDossier(
  sql: Sql,
  deskId: string,
  dossierId: string,
): Promise<DossierRow | undefined> {
  const rows = await sql.query<DossierRow>(
    `SELECT dossier_id, desk_id, status, received_by, corrected_by FROM dossiers
      WHERE dossier_id = $1 AND desk_id = $2`,
    [dossierId, deskId],
  );
  return rows[0];
}

/** Whether any version of the reference data ever had this procedure. */
export async function procedureKnown(sql: Sql, code: string): Promise<boolean> {
  const rows = await sql.query<{ body: string }>('SELECT body FROM reference_versions ORDER BY version DESC');
  return rows.some((row) => JSON.parse(row.body).procedures.some((p: { code: string }) => p.code === code));
}

/** The pages that the dossier now has, in place of those it had. */
export async function putPages(sql: Sql, dossierId: string, content: DossierContent): Promise<void> {
  await sql.query('DELETE FROM dossier_pages WHERE dossier_id = $1', [dossierId]);
  for (const page of content.papers.flatMap((paper) => paper.pages))
    await sql.query('INSERT INTO dossier_pages VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      dossierId,
      page.sha256,
      page.byteLength,
    ]);
}
