import type { FactOf, Judge } from './judgement.ts';
import { findDossier } from './known-dossier.ts';
import { useNumber } from './leased-number.ts';
import type { Question } from './question.ts';

const ISSUED: Question = {
  columns: { dossier_id: 'text' },
  text: 'SELECT i FROM asked JOIN intake_slips USING (dossier_id)',
};
const SLIP: Question = {
  columns: { dossier_id: 'text', number: 'int', issued_at: 'timestamptz' },
  text: 'INSERT INTO intake_slips SELECT dossier_id, number, issued_at FROM asked',
};

/** An intake slip: one a dossier. */
export const judgeSlip: Judge<FactOf<'intake-slip-issued'>> = async (sql, event, fact) => {
  if ((await findDossier(sql, event.desk, fact.dossierId)) === undefined) return 'dossier-unknown';
  if ((await sql.ask(ISSUED, { dossier_id: fact.dossierId })).length > 0) return 'already-issued';
  if (fact.leased !== null) {
    const use = { dossierId: fact.dossierId, voided: false };
    const used = await useNumber(sql, event.desk, 'intake-slip', fact.leased, use);
    if (typeof used === 'string') return used;
  }
  await sql.ask(SLIP, {
    dossier_id: fact.dossierId,
    // null: the slip bears the dossier's code as its number.
    number: fact.leased?.number ?? null,
    issued_at: fact.issuedAt,
  });
  return null;
};
