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
  const rows = await sql.query('SELECT 1 FROM known_procedures WHERE code = $1', [code]);
  return rows.length > 0;
}

/** The pages that the dossier now has, in place of those it had. */
export async function putPages(sql: Sql, dossierId: string, content: DossierContent): Promise<void> {
  const pages = content.papers.flatMap((paper) => paper.pages);
  // One statement; the pages that stay are left alone, for a row cannot go and come within one.
  await sql.query(
    `WITH gone AS (DELETE FROM dossier_pages WHERE dossier_id = $1 AND sha256 <> ALL($2::text[]))
     INSERT INTO dossier_pages SELECT $1, * FROM unnest($2::text[], $3::int[]) ON CONFLICT DO NOTHING`,
    [dossierId, pages.map(({ sha256 }) => sha256), pages.map(({ byteLength }) => byteLength)],
  );
}
