import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Row, ScriptableDatabase, Sql } from '../city-database.ts';
import { faultClass } from './fault-class.ts';

const MOST_TRIES = 5;
/**
 * Tables grow from nothing within a day: a plan that was good for an empty one reads a full one through. So each question
 * is planned for the table as it is; and what an index finds is in memory, not on a turning disk.
 */
const PLANNING = '-c plan_cache_mode=force_custom_plan -c random_page_cost=1.1';
const LISTEN_AGAIN_AFTER_MS = 500;

const names = new Map<string, string>();
/** Statements are prepared once a connection; the name is the text's own hash. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}

const sqlOf = (asked: Pick<pg.ClientBase, 'query'>): Sql => ({
  query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
    (await asked.query<R>({ name: nameOf(text), text, values: [...values] })).rows,
});

/** One connection that only listens, opened again when it breaks. */
function keepListening(databaseUrl: string) {
  let stopped = false;
  let listener: pg.Client | undefined;
  async function listen(channel: string, heard: (word: string) => void, missed: () => void): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    let broken = false;
    const again = (): void => {
      if (stopped || broken) return;
      broken = true;
      setTimeout(() => {
        if (stopped) return;
        // A database that is away refuses at once: tried again until it is back.
        listen(channel, heard, missed).then(missed, (error: Error) => console.error(error.message));
      }, LISTEN_AGAIN_AFTER_MS).unref();
    };
    client.on('error', (error) => console.error(error.message));
    client.on('end', again);
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      listener = client;
    } catch (error) {
      again();
      throw error;
    }
  }
  return {
    listen,
    stop: async () => {
      stopped = true;
      await listener?.end().catch((error: Error) => console.error(error.message));
    },
  };
}

/** A PostgreSQL that several processes may share. */
export async function openPostgres(databaseUrl: string): Promise<ScriptableDatabase> {
  // `pipeline`: a question is sent before the last one is answered.
  const pool = new pg.Pool({ connectionString: databaseUrl, options: PLANNING, max: 6, pipeline: true });
  // Single statements (sessions, feeds, pieces of pages) do not stand in the queue of those who bring a day's dossiers.
  const short = new pg.Pool({ connectionString: databaseUrl, options: PLANNING, max: 4, pipeline: true });
  // An idle connection that breaks is replaced by the next query; unheard, the event would end the process.
  for (const each of [pool, short]) each.on('error', (error) => console.error(error.message));
  const listening = keepListening(databaseUrl);

  async function once<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const value = await work(sqlOf(client));
      await client.query('COMMIT');
      return value;
    } catch (error) {
      await client.query('ROLLBACK').catch((failed: Error) => {
        broken = failed;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    ...sqlOf(short as unknown as Pick<pg.ClientBase, 'query'>), // the same call, typed with other overloads
    transaction: async (work) => {
      for (let tries = 1; ; tries += 1)
        try {
          return await once(work);
        } catch (error) {
          if (faultClass(error) !== 'given-up' || tries === MOST_TRIES) throw error;
        }
    },
    listen: listening.listen,
    close: async () => {
      await listening.stop();
      await Promise.all([pool.end(), short.end()]);
    },
    runScript: async (script) => {
      await short.query(script);
    },
  };
}
