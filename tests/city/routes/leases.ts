import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { type LeaseReply, LeaseRequest } from '../../../src/shared/contracts/city/leases.ts';
import { Branch } from '../../../src/shared/domain/branch/branch.ts';
import { NumberLease } from '../../../src/shared/domain/number-lease/number-lease.ts';
import { type CityContext, refusing } from '../city-context.ts';
import type { Sql } from '../city-database.ts';
import { deskOfRequest } from './session.ts';

type Want = z.infer<typeof LeaseRequest>['wants'][number];

/** The run of numbers that a lease is cut from: within one, no number exists twice. */
export function scopeOf(lease: NumberLease, collectorTaxCode: string, branchId: string): string {
  if (lease.kind === 'dossier-code') return `dossier-code/${lease.unitCode}/${lease.date}`;
  if (lease.kind === 'receipt')
    return `receipt/${collectorTaxCode}/${lease.form}/${lease.series}/${lease.year}`;
  return `intake-slip/${branchId}/${lease.year}`;
}

async function lend(sql: Sql, deskId: string, branch: Branch, want: Want): Promise<NumberLease> {
  const [newest] = await sql.query<{ body: string }>(
    'SELECT body FROM reference_versions ORDER BY version DESC LIMIT 1',
  );
  const named: { form: string; series: string } = JSON.parse(newest?.body ?? '{}').receipt;
  // A series says its year (TT 91/2026 PL I): next year's numbers are lent ahead in next year's series.
  const seriesOf = (year: number) => ({
    ...named,
    series: `${String(year % 100).padStart(2, '0')}${named.series.slice(2)}`,
  });
  const block = (from: number) => ({ leaseId: randomUUID(), from, to: from + want.count - 1 });
  const lease = (from: number): NumberLease => {
    if (want.kind === 'dossier-code')
      return NumberLease.parse({
        ...block(from),
        kind: 'dossier-code',
        unitCode: branch.unitCode,
        date: want.date,
      });
    if (want.kind === 'receipt')
      return NumberLease.parse({ ...block(from), kind: 'receipt', ...seriesOf(want.year), year: want.year });
    return NumberLease.parse({ ...block(from), kind: 'intake-slip', year: want.year });
  };
  const scope = scopeOf(lease(1), branch.collectorTaxCode, branch.branchId);
  const [counter] = await sql.query<{ next_number: number }>(
    `INSERT INTO lease_counters VALUES ($1, $2 + 1)
       ON CONFLICT (scope) DO UPDATE SET next_number = lease_counters.next_number + $2 RETURNING next_number`,
    [scope, want.count],
  );
  const lent = lease((counter?.next_number ?? 0) - want.count);
  await sql.query('INSERT INTO leases VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    lent.leaseId,
    deskId,
    lent.kind,
    scope,
    lent.from,
    lent.to,
    JSON.stringify(lent),
  ]);
  return lent;
}

/** Lends what a desk asks for, however it asks: the same `requestId` again gives the very same reply. */
export function lendNumbers(
  city: CityContext,
  deskId: string,
  { requestId, wants }: LeaseRequest,
): Promise<z.infer<typeof LeaseReply>> {
  return city.database.transaction(async (sql) => {
    // The desk's row is the lock: two copies of one request wait for each other.
    const [row] = await sql.query<{ branch: string }>(
      `SELECT b.body AS branch FROM desks d JOIN branches b USING (branch_id)
          WHERE d.desk_id = $1 FOR UPDATE OF d`,
      [deskId],
    );
    const [before] = await sql.query<{ reply: string }>(
      'SELECT reply FROM lease_requests WHERE desk_id = $1 AND request_id = $2',
      [deskId, requestId],
    );
    if (before !== undefined) return JSON.parse(before.reply);
    const branch = Branch.parse(JSON.parse(row?.branch ?? 'null'));
    const leases: NumberLease[] = [];
    for (const want of wants) leases.push(await lend(sql, deskId, branch, want));
    const reply = city.key.say({ deskId, requestId, leases });
    await sql.query('INSERT INTO lease_requests VALUES ($1, $2, $3)', [
      deskId,
      requestId,
      JSON.stringify(reply),
    ]);
    return reply;
  });
}

/** `POST /v1/leases`. */
export function leasesRoute(app: FastifyInstance, city: CityContext): void {
  app.post('/v1/leases', async (request) => {
    const deskId = await deskOfRequest(city, request);
    const asked = LeaseRequest.safeParse(request.body);
    if (!asked.success) throw refusing(400, 'bad-request');
    return lendNumbers(city, deskId, asked.data);
  });
}
