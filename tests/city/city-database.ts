import { migrate } from './database/migrate.ts';
import { openPglite } from './database/open-pglite.ts';
import { openPostgres } from './database/open-postgres.ts';

export type Row = Record<string, unknown>;

/** The one way to ask: text with $1, $2…, rows back. */
export type Sql = {
  readonly query: <R extends Row>(text: string, values?: readonly unknown[]) => Promise<readonly R[]>;
};

export type CityDatabase = Sql & {
  /** Everything or nothing. Run again from its start when the database had to give it up for another's sake. */
  readonly transaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  /**
   * Hears `pg_notify(channel, …)` of every process on this database. `missed` is told when words may have been missed (the
   * connection was lost and is back).
   */
  readonly listen: (channel: string, heard: (word: string) => void, missed: () => void) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Besides: whole scripts, for migrations alone. */
export type ScriptableDatabase = CityDatabase & { readonly runScript: (script: string) => Promise<void> };

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
