import { hanoiDate } from '../../../src/shared/base/hanoi-time.ts';
import { useCodeNumber } from './dossier-code.ts';
import type { FactOf, Judge } from './judgement.ts';
import { findLent } from './leased-number.ts';

/**
 * The final code of a dossier that came under a provisional one: of a block lent for the day of intake. The same again
 * is accepted; another code, or a dossier that never was provisional, is not. The alias stays for ever.
 */
export const judgeCodeAssigned: Judge<FactOf<'dossier-code-assigned'>> = async (sql, event, fact) => {
  const [known] = await sql.query<{ code: string | null; received_at: Date | string }>(
    `SELECT a.code, d.received_at FROM dossier_aliases a JOIN dossiers d USING (dossier_id)
      WHERE a.provisional_code = $1 AND a.dossier_id = $2 AND d.desk_id = $3`,
    [fact.provisionalCode, fact.dossierId, event.desk],
  );
  if (known === undefined) return 'dossier-unknown';
  if (known.code !== null) return known.code === fact.code ? null : 'already-issued';
  const lent = await findLent(sql, event.desk, fact.leased.leaseId);
  const received = new Date(known.received_at).toISOString() as Parameters<typeof hanoiDate>[0]; // ISO with milliseconds
  if (lent?.lease.kind === 'dossier-code' && lent.lease.date !== hanoiDate(received)) return 'code-differs';
  const refused = await useCodeNumber(sql, event.desk, fact.code, fact.leased, fact);
  if (refused !== null) return refused;
  await sql.query('UPDATE dossier_aliases SET code = $2 WHERE provisional_code = $1', [
    fact.provisionalCode,
    fact.code,
  ]);
  await sql.query('UPDATE dossiers SET code = $2 WHERE dossier_id = $1', [fact.dossierId, fact.code]);
  return null;
};

/** The citizen was told: nothing to carry, but only of the code that the dossier has. */
export const judgeCodeTold: Judge<FactOf<'dossier-code-told'>> = async (sql, event, fact) => {
  const known = await sql.query(
    'SELECT 1 FROM dossiers WHERE dossier_id = $1 AND desk_id = $2 AND code = $3',
    [fact.dossierId, event.desk, fact.code],
  );
  return known.length === 0 ? 'dossier-unknown' : null;
};
