import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Sql } from '../../city/city-database.ts';
import type { CityRows } from './made-profile.ts';

/** Tables of the older city, those that others point to first, and the migrations that made them. */
const TABLES = [
  'city_key',
  'branches',
  'desks',
  'officers',
  'assertions_seen',
  'sessions',
  'reference_versions',
  'lease_counters',
  'lease_requests',
  'leases',
  'desk_events',
  'seq_conflicts',
  'feed',
  'dossiers',
  'dossier_pages',
  'used_numbers',
  'receipts',
  'intake_slips',
] as const;
const MIGRATIONS = ['001-desks.sql', '002-leases.sql', '003-events.sql', '004-dossiers.sql', '005-pages.sql'];
const DIRECTORY = join(import.meta.dirname, '../../city/migrations');

/** Everything that the city knows, as JSON can hold it. */
export async function dumpCity(query: Sql['query']): Promise<CityRows> {
  const dumped = [];
  for (const table of TABLES) dumped.push({ table, rows: [...(await query(`SELECT * FROM ${table}`))] });
  return dumped;
}

/**
 * Puts the older city into an empty folder, as its own migrations had it: today's city brings it up itself.
 * @param neverMade a migration of today that the city shall take to be made already, to show that the run bites
 */
export async function layOldCity(
  dataDir: string,
  city: CityRows,
  neverMade: string | null = null,
): Promise<void> {
  if (neverMade !== null && !existsSync(join(DIRECTORY, neverMade)))
    throw new Error(`no such migration: ${neverMade}`);
  mkdirSync(dataDir, { recursive: true });
  const lite = await PGlite.create({ dataDir: join(dataDir, 'database') });
  try {
    await lite.exec('CREATE TABLE migrations (name text PRIMARY KEY)');
    for (const name of MIGRATIONS) {
      await lite.exec(readFileSync(join(DIRECTORY, name), 'utf8'));
      await lite.query('INSERT INTO migrations VALUES ($1)', [name]);
    }
    if (neverMade !== null) await lite.query('INSERT INTO migrations VALUES ($1)', [neverMade]);
    for (const { table, rows } of city)
      await lite.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows),
      ]);
  } finally {
    await lite.close();
  }
}
