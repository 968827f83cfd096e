import type { RefusalReason } from '../../../src/shared/contracts/city/events.ts';
import type {
  LeasedNumber,
  NumberKind,
  NumberLease,
} from '../../../src/shared/domain/number-lease/number-lease.ts';
import type { Sql } from '../city-database.ts';

export type LentNumbers = { readonly lease: NumberLease; readonly scope: string };

/** The block that the city lent this desk under this id. */
export async function findLent(sql: Sql, deskId: string, leaseId: string): Promise<LentNumbers | undefined> {
  const [row] = await sql.query<{ body: string; scope: string }>(
    'SELECT body, scope FROM leases WHERE lease_id = $1 AND desk_id = $2',
    [leaseId, deskId],
  );
  return row === undefined ? undefined : { lease: JSON.parse(row.body), scope: row.scope };
}

/** Uses up a number of a lease, or says why it cannot. */
export async function useNumber(
  sql: Sql,
  deskId: string,
  kind: NumberKind,
  leased: LeasedNumber,
  use: { readonly dossierId: string | null; readonly voided: boolean },
): Promise<LentNumbers | RefusalReason> {
  const lent = await findLent(sql, deskId, leased.leaseId);
  if (lent === undefined || lent.lease.kind !== kind) return 'lease-unknown';
  if (leased.number < lent.lease.from || leased.number > lent.lease.to) return 'number-outside-lease';
  const taken = await sql.query(
    'INSERT INTO used_numbers VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING number',
    [lent.scope, leased.number, leased.leaseId, use.dossierId, use.voided],
  );
  return taken.length === 0 ? 'number-used' : lent;
}
