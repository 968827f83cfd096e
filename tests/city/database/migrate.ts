import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScriptableDatabase } from '../city-database.ts';
import { LOCKS } from '../locks.ts';

const DIRECTORY = join(import.meta.dirname, '..', 'migrations');

/**
 * Brings the tables to their newest form. Several processes may start at once: each migration is one script and one
 * transaction under a lock, and says itself whether it is still to be done.
 */
export async function migrate(database: ScriptableDatabase): Promise<void> {
  await database.runScript(
    `BEGIN; SELECT pg_advisory_xact_lock(${LOCKS.start});
     CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY); COMMIT;`,
  );
  const rows = await database.query<{ name: string }>('SELECT name FROM migrations');
  const done = new Set(rows.map(({ name }) => name));
  for (const name of readdirSync(DIRECTORY).sort())
    if (!done.has(name)) await runOnce(database, name, readFileSync(join(DIRECTORY, name), 'utf8'));
}

async function runOnce(database: ScriptableDatabase, name: string, script: string): Promise<void> {
  // Who waited for the lock finds the name taken and does nothing; a kill in between leaves all of it undone.
  await database.runScript(
    `BEGIN; SELECT pg_advisory_xact_lock(${LOCKS.start});
     DO $migrate$ BEGIN
       IF NOT EXISTS (SELECT 1 FROM migrations WHERE name = '${name}') THEN
         EXECUTE $script$${script}$script$;
         INSERT INTO migrations VALUES ('${name}');
       END IF;
     END $migrate$; COMMIT;`,
  );
}
