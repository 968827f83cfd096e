import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import type { AskingSql, Question } from './question.ts';

export type DossierRow = {
  readonly dossier_id: string;
  readonly desk_id: string;
  readonly status: string;
  readonly received_by: string | null;
  readonly corrected_by: string | null;
};

const DOSSIER: Question = {
  columns: { dossier_id: 'text', desk_id: 'text' },
  text: `SELECT i, d.dossier_id, d.desk_id, d.status, d.received_by, d.corrected_by
           FROM asked JOIN dossiers d USING (dossier_id, desk_id)`,
};

/** A dossier that this desk received and the city took. */
export async function findDossier(
  sql: AskingSql,
  deskId: string,
  dossierId: string,
): Promise<DossierRow | undefined> {
  const [row] = await sql.ask<DossierRow>(DOSSIER, { dossier_id: dossierId, desk_id: deskId });
  return row;
}

const PROCEDURE: Question = {
  columns: { code: 'text' },
  text: 'SELECT i FROM asked JOIN known_procedures USING (code)',
};

/** Whether any version of the reference data ever had this procedure. */
export const procedureKnown = async (sql: AskingSql, code: string): Promise<boolean> =>
  (await sql.ask(PROCEDURE, { code })).length > 0;

// The pages that stay are left alone, for a row cannot go and come within one statement.
const PAGES: Question = {
  columns: { dossier_id: 'text', pages: 'json' },
  text: `, named AS (SELECT dossier_id, sha256, "byteLength" AS byte_length
                       FROM asked, json_to_recordset(pages) AS p(sha256 text, "byteLength" int)),
           gone AS (DELETE FROM dossier_pages d USING asked WHERE d.dossier_id = asked.dossier_id
                       AND NOT EXISTS (SELECT 1 FROM named n
                                        WHERE n.dossier_id = d.dossier_id AND n.sha256 = d.sha256))
         INSERT INTO dossier_pages SELECT dossier_id, sha256, byte_length FROM named ON CONFLICT DO NOTHING`,
};

/** The pages that the dossier now has, in place of those it had. */
export async function putPages(sql: AskingSql, dossierId: string, content: DossierContent): Promise<void> {
  const pages = content.papers.flatMap((paper) => paper.pages);
  await sql.ask(PAGES, {
    dossier_id: dossierId,
    pages: pages.map(({ sha256, byteLength }) => ({ sha256, byteLength })),
  });
}
