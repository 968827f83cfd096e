import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

export type Row = Record<string, unknown>;

/** The one way to ask: text with $1, $2…, rows back. */
export type Sql = {
  readonly query: <R extends Row>(text: string, values?: readonly unknown[]) => Promise<readonly R[]>;
};

export type CityDatabase = Sql & {
  readonly transaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

type RunnableDatabase = CityDatabase & { readonly runScript: (script: string) => Promise<void> };

async function openPglite(directory: string | undefined): Promise<RunnableDatabase> {
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const lite = await PGlite.create(directory === undefined ? {} : { dataDir: directory });
  return {
    query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
      (await lite.query<R>(text, [...values])).rows,
    transaction: (work) =>
      lite.transaction((tx) =>
        work({
          query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
            (await tx.query<R>(text, [...values])).rows,
        }),
      ),
    close: () => lite.close(),
    runScript: async (script) => {
      await lite.exec(script);
    },
  };
}

async function openPostgres(databaseUrl: string): Promise<RunnableDatabase> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  // An idle connection that breaks is replaced by the next query; unheard, the event would end the process.
  pool.on('error', (error) => console.error(error.message));
  const asking = (client: { query: pg.Pool['query'] }): Sql => ({
    query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query<R>(text, [...values])).rows,
  });
  return {
    ...asking(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const value = await work(asking(client));
        await client.query('COMMIT');
        return value;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
    runScript: async (script) => {
      await pool.query(script);
    },
  };
}

async function migrate(database: RunnableDatabase): Promise<void> {
  await database.runScript('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)');
  const done = new Set(
    (await database.query<{ name: string }>('SELECT name FROM migrations')).map((r) => r.name),
  );
  const directory = join(import.meta.dirname, 'migrations');
  for (const name of readdirSync(directory).sort()) {
    if (done.has(name)) continue;
    const script = readFileSync(join(directory, name), 'utf8');
    // One script, one transaction: a kill in between leaves the migration whole or undone.
    await database.runScript(`BEGIN;\n${script}\nINSERT INTO migrations VALUES ('${name}');\nCOMMIT;`);
  }
}

/** PGlite in `directory` (memory when undefined), or the PostgreSQL at `databaseUrl`; migrated to the newest form. */
export async function openCityDatabase(options: {
  readonly directory?: string | undefined;
  readonly databaseUrl?: string | undefined;
}): Promise<CityDatabase> {
  const database =
    options.databaseUrl === undefined
      ? await openPglite(options.directory)
      : await openPostgres(options.databaseUrl);
  await migrate(database);
  return database;
}
