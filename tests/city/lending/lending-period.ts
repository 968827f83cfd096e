import type { CityDatabase, Sql } from '../city-database.ts';
import { LOCKS } from '../locks.ts';

/**
 * Numbers lent between the last backup and the day a city was put back to it are in the hands of desks, and the city does
 * not know which. So a city that may have forgotten something lends from a whole stride further on, in every run of numbers
 * that may have existed by then: nothing that it ever lent is lent again, whoever asks first. What desks bring of the
 * forgotten blocks is taken as they bring it (`lost-lease.ts`).
 */
export type LendingPeriod = { readonly slot: number; readonly beganAt: Date };

/** A backup is not older than this, or the operator names the slot. */
const OLDEST_BACKUP_DAYS = 30;

export async function readLendingPeriod(sql: Sql): Promise<LendingPeriod> {
  const [row] = await sql.query<{ slot: number; began_at: Date | string }>(
    'SELECT slot, began_at FROM lending_periods ORDER BY slot DESC LIMIT 1',
  );
  if (row === undefined) throw new Error('the city has no lending period');
  return { slot: row.slot, beganAt: new Date(row.began_at) };
}

/**
 * How a database knows that it is still itself: a restored dump has another oid, a cluster put back to a moment another
 * timeline, copied files another change time. Where the role may not read these, only what it may.
 */
async function readMark(sql: Sql): Promise<string> {
  const [may] = await sql.query<{ control: boolean; files: boolean }>(
    `SELECT has_function_privilege('pg_control_system()', 'execute')
        AND has_function_privilege('pg_control_checkpoint()', 'execute') AS control,
            has_function_privilege('pg_stat_file(text)', 'execute') AS files`,
  );
  const parts = [`(SELECT oid FROM pg_database WHERE datname = current_database())::text`];
  if (may?.control === true)
    parts.push(
      '(SELECT system_identifier FROM pg_control_system())::text',
      '(SELECT timeline_id FROM pg_control_checkpoint())::text',
    );
  if (may?.files === true) parts.push(`extract(epoch FROM (pg_stat_file('PG_VERSION')).change)::text`);
  const [row] = await sql.query<{ mark: string }>(`SELECT concat_ws('/', ${parts.join(', ')}) AS mark`);
  return row?.mark ?? '';
}

/** Begins a period, at least `atLeast`; under `LOCKS.start`, or in a transaction that fails when two begin at once. */
export async function beginLendingPeriod(sql: Sql, why: string, atLeast = 0): Promise<void> {
  // The same backup may be put back twice: a day later the slot is another one by itself.
  await sql.query(
    `INSERT INTO lending_periods (slot, mark, why)
     SELECT greatest($1::int, 1 + coalesce(max(p.slot), -1)
              + least($2::int, extract(day FROM now() - greatest(max(p.began_at),
                  (SELECT max(received_at) FROM desk_events)))::int)), $3, $4
       FROM lending_periods p`,
    [atLeast, OLDEST_BACKUP_DAYS, await readMark(sql), why],
  );
}

/**
 * At the start of every process: a database that is no longer the one it was, or of which the operator says so
 * (`restored`, with a slot that no earlier restore has used), begins a period.
 */
export async function openLendingPeriod(database: CityDatabase, restored: number | null): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1::int)', [LOCKS.start]);
    const [newest] = await sql.query<{ mark: string; slot: number }>(
      'SELECT mark, slot FROM lending_periods ORDER BY slot DESC LIMIT 1',
    );
    if (newest === undefined)
      await sql.query('INSERT INTO lending_periods (slot, mark, why) VALUES (0, $1, $2)', [
        await readMark(sql),
        'founded',
      ]);
    else if (restored !== null && restored > newest.slot)
      await beginLendingPeriod(sql, 'the operator said so', restored);
    else if (newest.mark !== (await readMark(sql)))
      await beginLendingPeriod(sql, 'the database was restored, copied or moved');
  });
}
