import type { CityContext } from './city-context.ts';
import type { Sql } from './city-database.ts';
import { changeCity } from './city-transaction.ts';
import { readLendingPeriod } from './lending/lending-period.ts';

const VERSIONS_A_SLOT = 1000;

type ReferenceBody = Record<string, unknown>;

/** Keeps a version; its procedures are known from then on, whatever later versions leave out. */
export async function keepReference(sql: Sql, version: number, body: ReferenceBody): Promise<void> {
  await sql.query('INSERT INTO reference_versions VALUES ($1, $2)', [version, JSON.stringify(body)]);
  await sql.query(
    `INSERT INTO known_procedures SELECT DISTINCT p->>'code' FROM json_array_elements($1::text::json) AS p
       ON CONFLICT DO NOTHING`,
    [JSON.stringify(body.procedures ?? [])],
  );
}

/** Publishes the reference data again under the next version, changed by `change`, and tells every desk. */
export function publishReference(city: CityContext, change: (body: ReferenceBody) => void): Promise<number> {
  return changeCity(city, async (tx) => {
    // Two who publish at once would both find the same newest version.
    await tx.query('LOCK TABLE reference_versions IN EXCLUSIVE MODE');
    const [newest] = await tx.query<{ version: number; body: string }>(
      'SELECT version, body FROM reference_versions ORDER BY version DESC LIMIT 1',
    );
    const body: ReferenceBody = JSON.parse(newest?.body ?? '{}');
    change(body);
    // A version that was published and forgotten must not be given again: desks would think they have it.
    const { slot } = await readLendingPeriod(tx);
    const version = Math.max((newest?.version ?? 0) + 1, slot * VERSIONS_A_SLOT + 1);
    await keepReference(tx, version, body);
    const desks = await tx.query<{ desk_id: string }>('SELECT desk_id FROM desks');
    for (const { desk_id } of desks) tx.tell(desk_id, { type: 'reference-changed', version });
    return version;
  });
}
