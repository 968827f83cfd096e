import { judgeProvisional, useCodeNumber } from './dossier-code.ts';
import type { FactOf, Judge } from './judgement.ts';
import { procedureKnown, putPages } from './known-dossier.ts';

/** A new dossier: its code must be of a lease of the desk, or a provisional one of its own, its procedure one the city ever published. */
export const judgeReceived: Judge<FactOf<'dossier-received'>> = async (sql, event, fact) => {
  if (!(await procedureKnown(sql, fact.content.procedure.code))) return 'procedure-unknown';
  const known = await sql.query('SELECT 1 FROM dossiers WHERE dossier_id = $1 OR code = $2', [
    fact.dossierId,
    fact.code,
  ]);
  if (known.length > 0) return 'dossier-known';
  const reason =
    fact.leased === null
      ? judgeProvisional(event.desk, fact.code, fact.receivedAt)
      : await useCodeNumber(sql, event.desk, fact.code, fact.leased, fact);
  if (reason !== null) return reason;
  await sql.query(
    `INSERT INTO dossiers (dossier_id, desk_id, code, procedure_code, applicant_name, status, received_by,
                           received_at, due_at, content_seq)
     VALUES ($1, $2, $3, $4, $5, 'received', $6, $7, $8, $9)`,
    [
      fact.dossierId,
      event.desk,
      fact.code,
      fact.content.procedure.code,
      fact.content.applicant.fullName,
      event.by,
      fact.receivedAt,
      fact.dueAt,
      event.seq,
    ],
  );
  if (fact.leased === null) {
    const taken = await sql.query(
      'INSERT INTO dossier_aliases (provisional_code, dossier_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
      [fact.code, fact.dossierId],
    );
    if (taken.length === 0) return 'dossier-known';
  }
  await putPages(sql, fact.dossierId, fact.content);
  return null;
};
