import { describe } from 'vitest';
import { findPostgres, startPrivatePostgres } from '../support/private-postgres.ts';

/** An empty database for a city: undefined is the embedded one, in memory. */
export type EmptyDatabase = {
  readonly databaseUrl: string | undefined;
  readonly close: () => Promise<void>;
};

async function openPostgres(): Promise<EmptyDatabase> {
  const postgres = await startPrivatePostgres();
  if (postgres === undefined) throw new Error('PostgreSQL is not installed');
  return { databaseUrl: await postgres.createDatabase('city'), close: postgres.stop };
}

/** The same tests on PGlite and on PostgreSQL, which is left out, and said so, where it is not installed. */
export function describeOnEachDatabase(tests: (open: () => Promise<EmptyDatabase>) => void): void {
  describe('on PGlite', () => tests(async () => ({ databaseUrl: undefined, close: async () => undefined })));
  if (findPostgres() === undefined)
    describe.skip('on PostgreSQL: skipped, no /usr/lib/postgresql here', () => tests(openPostgres));
  else describe('on PostgreSQL', () => tests(openPostgres));
}
