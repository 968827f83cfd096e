import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { LeaseReply, LeaseRequest } from '../../../src/shared/contracts/city/leases.ts';
import { Branch } from '../../../src/shared/domain/branch/branch.ts';
import { NumberLease } from '../../../src/shared/domain/number-lease/number-lease.ts';
import type { CityContext } from '../city-context.ts';
import type { Sql } from '../city-database.ts';
import { insertRows } from '../insert-rows.ts';
import { lockDesks } from '../locks.ts';
import { proven } from './lease-proof.ts';
import { type LendingPeriod, readLendingPeriod } from './lending-period.ts';
import { findNextToLend, scopeOf } from './number-scope.ts';

type Want = LeaseRequest['wants'][number];
type Series = { readonly form: string; readonly series: string };

/** The block that is wanted, at `from`. */
function cut(want: Want, from: number, unitCode: string, named: Series): NumberLease {
  const block = { leaseId: randomUUID(), from, to: from + want.count - 1 };
  if (want.kind === 'dossier-code')
    return NumberLease.parse({ ...block, kind: want.kind, unitCode, date: want.date });
  if (want.kind === 'intake-slip') return NumberLease.parse({ ...block, kind: want.kind, year: want.year });
  // A series says its year (TT 91/2026 PL I): next year's numbers are lent ahead in next year's series.
  const series = `${String(want.year % 100).padStart(2, '0')}${named.series.slice(2)}`;
  return NumberLease.parse({ ...block, kind: want.kind, ...named, series, year: want.year });
}

async function lendOne(
  sql: Sql,
  want: Want,
  lendable: {
    readonly branch: Branch;
    readonly named: Series;
    readonly period: LendingPeriod;
    readonly scope: string;
  },
): Promise<NumberLease> {
  const { branch, named, period, scope } = lendable;
  const sample = cut(want, 1, branch.unitCode, named);
  // Made before it is locked, so that two who open the same run wait for each other.
  await sql.query(
    `INSERT INTO lease_counters (scope, next_number, slot) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [scope, await findNextToLend(sql, sample, scope, period), period.slot],
  );
  const from = await findNextToLend(sql, sample, scope, period);
  await sql.query('UPDATE lease_counters SET next_number = $2, slot = $3 WHERE scope = $1', [
    scope,
    from + want.count,
    period.slot,
  ]);
  return cut(want, from, branch.unitCode, named);
}

/** Lends what a desk asks for, however it asks: the same `requestId` again gives the very same reply. */
export function lendNumbers(
  city: CityContext,
  deskId: string,
  { requestId, wants }: LeaseRequest,
): Promise<z.infer<typeof LeaseReply>> {
  return city.database.transaction(async (sql) => {
    // Two copies of one request wait for each other.
    await lockDesks(sql, [deskId]);
    const [before] = await sql.query<{ reply: string }>(
      'SELECT reply FROM lease_requests WHERE desk_id = $1 AND request_id = $2',
      [deskId, requestId],
    );
    if (before !== undefined) return JSON.parse(before.reply);
    const [known] = await sql.query<{ branch: string; receipt: string }>(
      `SELECT b.body AS branch, (SELECT r.body::json->>'receipt' FROM reference_versions r
                                  ORDER BY r.version DESC LIMIT 1) AS receipt
         FROM desks d JOIN branches b USING (branch_id) WHERE d.desk_id = $1`,
      [deskId],
    );
    const branch = Branch.parse(JSON.parse(known?.branch ?? 'null'));
    const named: Series = JSON.parse(known?.receipt ?? 'null');
    const period = await readLendingPeriod(sql);
    const plans = wants.map((want, i) => {
      const sample = cut(want, 1, branch.unitCode, named);
      return { i, want, scope: scopeOf(sample, branch.collectorTaxCode, branch.branchId) };
    });
    const lent: { readonly lease: NumberLease; readonly scope: string; readonly i: number }[] = [];
    for (const { i, want, scope } of plans.toSorted((a, b) => (a.scope < b.scope ? -1 : 1)))
      lent.push({ i, scope, lease: await lendOne(sql, want, { branch, named, period, scope }) });
    const leases = lent
      .toSorted((a, b) => a.i - b.i)
      .map(({ lease, scope }) => ({ lease: proven(city.key, deskId, lease), scope }));
    await keepLeases(sql, deskId, leases);
    const reply = city.key.say({ deskId, requestId, leases: leases.map(({ lease }) => lease) });
    await sql.query('INSERT INTO lease_requests VALUES ($1, $2, $3)', [
      deskId,
      requestId,
      JSON.stringify(reply),
    ]);
    return reply;
  });
}

/** Into the books: whose blocks these are. */
export function keepLeases(
  sql: Sql,
  deskId: string,
  leases: readonly { readonly lease: NumberLease; readonly scope: string }[],
): Promise<void> {
  return insertRows(
    sql,
    'leases',
    {
      lease_id: 'text',
      desk_id: 'text',
      kind: 'text',
      scope: 'text',
      from_number: 'int',
      to_number: 'int',
      body: 'text',
    },
    leases.map(({ lease, scope }) => ({
      lease_id: lease.leaseId,
      desk_id: deskId,
      kind: lease.kind,
      scope,
      from_number: lease.from,
      to_number: lease.to,
      body: JSON.stringify(lease),
    })),
  );
}
