import type { FactOf, Judge } from './judgement.ts';
import { findDossier, putPages } from './known-dossier.ts';

/** New content for a dossier that the supervisor returned. */
export const judgeCorrected: Judge<FactOf<'dossier-corrected'>> = async (sql, event, fact) => {
  const dossier = await findDossier(sql, event.desk, fact.dossierId);
  if (dossier === undefined) return 'dossier-unknown';
  if (dossier.status !== 'returned') return 'status-forbids';
  await sql.query(
    `UPDATE dossiers SET content_seq = $2, corrected_by = $3, status = 'received', procedure_code = $4,
            applicant_name = $5 WHERE dossier_id = $1`,
    [fact.dossierId, event.seq, event.by, fact.content.procedure.code, fact.content.applicant.fullName],
  );
  await putPages(sql, fact.dossierId, fact.content);
  return null;
};
