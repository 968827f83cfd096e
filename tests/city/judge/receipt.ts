import type { FactOf, Judge } from './judgement.ts';
import { findDossier } from './known-dossier.ts';
import { useNumber } from './leased-number.ts';

/** A receipt: one a dossier, its total the sum of its lines, its number of a receipt lease of that form and series. */
export const judgeReceipt: Judge<FactOf<'receipt-issued'>> = async (sql, event, fact) => {
  if ((await findDossier(sql, event.desk, fact.dossierId)) === undefined) return 'dossier-unknown';
  const issued = await sql.query('SELECT 1 FROM receipts WHERE dossier_id = $1', [fact.dossierId]);
  if (issued.length > 0) return 'already-issued';
  const total = fact.lines.reduce((sum, line) => sum + line.unitVnd * line.quantity, 0);
  if (total !== fact.totalVnd) return 'total-differs';
  const used = await useNumber(sql, event.desk, 'receipt', fact.leased, {
    dossierId: fact.dossierId,
    voided: false,
  });
  if (typeof used === 'string') return used;
  if (used.lease.kind !== 'receipt' || used.lease.form !== fact.form || used.lease.series !== fact.series)
    return 'lease-differs';
  await sql.query('INSERT INTO receipts VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    fact.dossierId,
    fact.form,
    fact.series,
    used.lease.year,
    fact.leased.number,
    fact.totalVnd,
    fact.issuedAt,
  ]);
  return null;
};
