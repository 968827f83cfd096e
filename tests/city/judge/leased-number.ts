import type { RefusalReason } from '../../../src/shared/contracts/city/events.ts';
import type {
  LeasedNumber,
  NumberKind,
  NumberLease,
} from '../../../src/shared/domain/number-lease/number-lease.ts';
import type { AskingSql, Question } from './question.ts';

export type LentNumbers = { readonly lease: NumberLease; readonly scope: string };

const LENT: Question = {
  columns: { lease_id: 'text', desk_id: 'text' },
  text: 'SELECT i, body, scope FROM asked JOIN leases USING (lease_id, desk_id)',
};

/** The block that the city lent this desk under this id. */
export async function findLent(
  sql: AskingSql,
  deskId: string,
  leaseId: string,
): Promise<LentNumbers | undefined> {
  const [row] = await sql.ask<{ body: string; scope: string }>(LENT, { lease_id: leaseId, desk_id: deskId });
  return row === undefined ? undefined : { lease: JSON.parse(row.body), scope: row.scope };
}

// Of those who use one number in the same turn the first has it.
const NUMBER: Question = {
  columns: { scope: 'text', number: 'int', lease_id: 'text', dossier_id: 'text', voided: 'boolean' },
  text: `, used AS (INSERT INTO used_numbers SELECT scope, number, lease_id, dossier_id, voided FROM asked ORDER BY i
                       ON CONFLICT DO NOTHING RETURNING scope, number)
         SELECT DISTINCT ON (scope, number) i FROM used JOIN asked USING (scope, number) ORDER BY scope, number, i`,
};

/** Uses up a number of a lease, or says why it cannot. */
export async function useNumber(
  sql: AskingSql,
  deskId: string,
  kind: NumberKind,
  leased: LeasedNumber,
  use: { readonly dossierId: string | null; readonly voided: boolean },
): Promise<LentNumbers | RefusalReason> {
  const lent = await findLent(sql, deskId, leased.leaseId);
  if (lent === undefined || lent.lease.kind !== kind) return 'lease-unknown';
  if (leased.number < lent.lease.from || leased.number > lent.lease.to) return 'number-outside-lease';
  const taken = await sql.ask(NUMBER, {
    scope: lent.scope,
    number: leased.number,
    lease_id: leased.leaseId,
    dossier_id: use.dossierId,
    voided: use.voided,
  });
  return taken.length === 0 ? 'number-used' : lent;
}
