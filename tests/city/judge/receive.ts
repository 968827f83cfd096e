import type { FactOf, Judge } from './judgement.ts';
import { procedureKnown, putPages } from './known-dossier.ts';
import { findLent, useNumber } from './leased-number.ts';

/** A new dossier: its code must be of a lease of the desk, its procedure one the city ever published. */
export const judgeReceived: Judge<FactOf<'dossier-received'>> = async (sql, event, fact) => {
  if (!(await procedureKnown(sql, fact.content.procedure.code))) return 'procedure-unknown';
  const known = await sql.query('SELECT 1 FROM dossiers WHERE dossier_id = $1 OR code = $2', [
    fact.dossierId,
    fact.code,
  ]);
  if (known.length > 0) return 'dossier-known';
  const lent = await findLent(sql, event.desk, fact.leased.leaseId);
  if (lent?.lease.kind !== 'dossier-code') return 'lease-unknown';
  const [unit, day, number] = fact.code.split('-');
  const yyMMdd = lent.lease.date.slice(2).replaceAll('-', '');
  if (unit !== lent.lease.unitCode || day !== yyMMdd || Number(number) !== fact.leased.number)
    return 'code-differs';
  const used = await useNumber(sql, event.desk, 'dossier-code', fact.leased, {
    dossierId: fact.dossierId,
    voided: false,
  });
  if (typeof used === 'string') return used;
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
  await putPages(sql, fact.dossierId, fact.content);
  return null;
};
