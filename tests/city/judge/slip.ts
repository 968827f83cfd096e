import type { FactOf, Judge } from './judgement.ts';
import { findDossier } from './known-dossier.ts';
import { useNumber } from './leased-number.ts';

/** An intake slip: one a dossier. */
export const judgeSlip: Judge<FactOf<'intake-slip-issued'>> = async (sql, event, fact) => {
  if ((await findDossier(sql, event.desk, fact.dossierId)) === undefined) return 'dossier-unknown';
  const issued = await sql.query('SELECT 1 FROM intake_slips WHERE dossier_id = $1', [fact.dossierId]);
  if (issued.length > 0) return 'already-issued';
  if (fact.leased !== null) {
    const use = { dossierId: fact.dossierId, voided: false };
    const used = await useNumber(sql, event.desk, 'intake-slip', fact.leased, use);
    if (typeof used === 'string') return used;
  }
  await sql.query('INSERT INTO intake_slips VALUES ($1, $2, $3)', [
    fact.dossierId,
    // null: the slip bears the dossier's code as its number.
    fact.leased?.number ?? null,
    fact.issuedAt,
  ]);
  return null;
};
