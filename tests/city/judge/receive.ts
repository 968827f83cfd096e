import { judgeProvisional, useCodeNumber } from './dossier-code.ts';
import type { FactOf, Judge } from './judgement.ts';
import { procedureKnown, putPages } from './known-dossier.ts';
import type { Question } from './question.ts';

// Two keys, two searches: with OR between them the database read the whole table.
const KNOWN: Question = {
  columns: { dossier_id: 'text', code: 'text' },
  text: `SELECT i FROM asked JOIN dossiers USING (dossier_id) UNION SELECT i FROM asked JOIN dossiers USING (code)`,
};
const DOSSIER: Question = {
  columns: {
    dossier_id: 'text',
    desk_id: 'text',
    code: 'text',
    procedure_code: 'text',
    applicant_name: 'text',
    received_by: 'text',
    received_at: 'timestamptz',
    due_at: 'timestamptz',
    content_seq: 'int',
  },
  text: `INSERT INTO dossiers (dossier_id, desk_id, code, procedure_code, applicant_name, status, received_by,
                               received_at, due_at, content_seq)
         SELECT dossier_id, desk_id, code, procedure_code, applicant_name, 'received', received_by,
                received_at, due_at, content_seq FROM asked`,
};

/** A new dossier: its code must be of a lease of the desk, or a provisional one of its own, its procedure one the city ever published. */
export const judgeReceived: Judge<FactOf<'dossier-received'>> = async (sql, event, fact) => {
  if (!(await procedureKnown(sql, fact.content.procedure.code))) return 'procedure-unknown';
  const known = await sql.ask(KNOWN, { dossier_id: fact.dossierId, code: fact.code });
  if (known.length > 0) return 'dossier-known';
  const reason =
    fact.leased === null
      ? judgeProvisional(event.desk, fact.code, fact.receivedAt)
      : await useCodeNumber(sql, event.desk, fact.code, fact.leased, fact);
  if (reason !== null) return reason;
  await sql.ask(DOSSIER, {
    dossier_id: fact.dossierId,
    desk_id: event.desk,
    code: fact.code,
    procedure_code: fact.content.procedure.code,
    applicant_name: fact.content.applicant.fullName,
    received_by: event.by,
    received_at: fact.receivedAt,
    due_at: fact.dueAt,
    content_seq: event.seq,
  });
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
