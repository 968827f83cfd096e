import type { FactOf, Judge } from './judgement.ts';
import { findDossier } from './known-dossier.ts';
import { useNumber } from './leased-number.ts';
import type { Question } from './question.ts';

const ISSUED: Question = {
  columns: { dossier_id: 'text' },
  text: 'SELECT i FROM asked JOIN receipts USING (dossier_id)',
};
const RECEIPT: Question = {
  columns: {
    dossier_id: 'text',
    form: 'text',
    series: 'text',
    year: 'int',
    number: 'int',
    total_vnd: 'bigint',
    issued_at: 'timestamptz',
  },
  text: `INSERT INTO receipts SELECT dossier_id, form, series, year, number, total_vnd, issued_at FROM asked`,
};

/** A receipt: one a dossier, its total the sum of its lines, its number of a receipt lease of that form and series. */
export const judgeReceipt: Judge<FactOf<'receipt-issued'>> = async (sql, event, fact) => {
  if ((await findDossier(sql, event.desk, fact.dossierId)) === undefined) return 'dossier-unknown';
  if ((await sql.ask(ISSUED, { dossier_id: fact.dossierId })).length > 0) return 'already-issued';
  const total = fact.lines.reduce((sum, line) => sum + line.unitVnd * line.quantity, 0);
  if (total !== fact.totalVnd) return 'total-differs';
  const used = await useNumber(sql, event.desk, 'receipt', fact.leased, {
    dossierId: fact.dossierId,
    voided: false,
  });
  if (typeof used === 'string') return used;
  if (used.lease.kind !== 'receipt' || used.lease.form !== fact.form || used.lease.series !== fact.series)
    return 'lease-differs';
  await sql.ask(RECEIPT, {
    dossier_id: fact.dossierId,
    form: fact.form,
    series: fact.series,
    year: used.lease.year,
    number: fact.leased.number,
    total_vnd: fact.totalVnd,
    issued_at: fact.issuedAt,
  });
  return null;
};
