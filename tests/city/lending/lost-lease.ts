import type { RefusalReason } from '../../../src/shared/contracts/city/events.ts';
import { Branch } from '../../../src/shared/domain/branch/branch.ts';
import type { NumberLease } from '../../../src/shared/domain/number-lease/number-lease.ts';
import type { Sql } from '../city-database.ts';
import { isProven } from './lease-proof.ts';
import { keepLeases } from './lend-numbers.ts';
import { beginLendingPeriod, readLendingPeriod } from './lending-period.ts';
import { findNextToLend, scopeOf } from './number-scope.ts';

/**
 * A desk brings a block that the city does not know of. With the city's own signature on it, it was lent and forgotten: the
 * city was put back to an older state. It is taken back into the books. One that lies where the city would lend next is
 * news: nobody had said that the city was put back, so a new period begins.
 */
export async function takeLostLease(
  sql: Sql,
  deskId: string,
  lease: NumberLease,
): Promise<RefusalReason | null> {
  const [known] = await sql.query<{ branch: string; city_key: string }>(
    `SELECT b.body AS branch, k.public_key AS city_key
       FROM desks d JOIN branches b USING (branch_id) CROSS JOIN city_key k WHERE d.desk_id = $1`,
    [deskId],
  );
  if (known === undefined || !isProven(known.city_key, deskId, lease)) return 'lease-unknown';
  const branch = Branch.parse(JSON.parse(known.branch));
  const scope = scopeOf(lease, branch.collectorTaxCode, branch.branchId);
  const period = await readLendingPeriod(sql);
  const next = await findNextToLend(sql, lease, scope, period);
  const overlapping = await sql.query(
    'SELECT 1 FROM leases WHERE scope = $1 AND from_number <= $3 AND to_number >= $2 LIMIT 1',
    [scope, lease.from, lease.to],
  );
  if (overlapping.length > 0) return 'lease-differs';
  if (lease.to >= next) await beginLendingPeriod(sql, `${deskId} brought ${lease.leaseId}`);
  // The counter keeps its slot: what is lent next of this run lies whole strides beyond this block, too.
  await sql.query(
    `INSERT INTO lease_counters (scope, next_number, slot) VALUES ($1, $2, 0)
       ON CONFLICT (scope) DO UPDATE SET next_number = greatest(lease_counters.next_number, excluded.next_number)`,
    [scope, lease.to + 1],
  );
  await keepLeases(sql, deskId, [{ lease, scope }]);
  return null;
}
