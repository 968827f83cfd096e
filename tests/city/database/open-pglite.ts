import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import type { Row, ScriptableDatabase, Sql } from '../city-database.ts';

type Asking = Pick<PGlite, 'query'>;

const sqlOf = (asked: Asking): Sql => ({
  query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
    (await asked.query<R>(text, [...values])).rows,
});

/** The embedded database: one connection, so transactions stand in a queue and nothing is ever given up. */
export async function openPglite(directory: string | undefined): Promise<ScriptableDatabase> {
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const lite = await PGlite.create(directory === undefined ? {} : { dataDir: directory });
  return {
    ...sqlOf(lite),
    transaction: (work) => lite.transaction((tx) => work(sqlOf(tx as Asking))),
    listen: async (channel, heard) => {
      await lite.listen(channel, heard);
    },
    close: () => lite.close(),
    runScript: async (script) => {
      await lite.exec(script);
    },
  };
}
