import { randomBytes } from 'node:crypto';
import { type CarryKey, carryKeyFrom, keyIdOf } from '../../../src/main/carry/carry-keys.ts';
import type { CityDatabase, Sql } from '../city-database.ts';
import { LOCKS } from '../locks.ts';

const keyOf = (secret: string): CarryKey => carryKeyFrom(Buffer.from(secret, 'base64url'));

async function newestKey(sql: Sql): Promise<CarryKey | null> {
  const [row] = await sql.query<{ secret: string }>(
    'SELECT secret FROM carry_keys ORDER BY made_at DESC LIMIT 1',
  );
  return row === undefined ? null : keyOf(row.secret);
}

/** Adds a key; desks seal for it from the next reference data on, what was sealed for older ones still opens. */
export async function addCityCarryKey(sql: Sql): Promise<CarryKey> {
  const secret = randomBytes(32).toString('base64url');
  const key = keyOf(secret);
  await sql.query('INSERT INTO carry_keys VALUES ($1, $2)', [keyIdOf(key.publicKey), secret]);
  return key;
}

/** The city's key for carried files: made when it is first asked for. */
export async function openCityCarryKey(database: CityDatabase): Promise<CarryKey> {
  const known = await newestKey(database);
  if (known !== null) return known;
  return database.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1::int)', [LOCKS.start]);
    return (await newestKey(sql)) ?? addCityCarryKey(sql);
  });
}

/** Every key by its id. */
export async function findCityCarryKeys(database: CityDatabase): Promise<ReadonlyMap<string, CarryKey>> {
  const rows = await database.query<{ key_id: string; secret: string }>(
    'SELECT key_id, secret FROM carry_keys',
  );
  return new Map(rows.map(({ key_id, secret }) => [key_id, keyOf(secret)]));
}
