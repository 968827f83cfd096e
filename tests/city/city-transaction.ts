import type { z } from 'zod';
import type { CityEvent } from '../../src/shared/contracts/city/events.ts';
import type { CityContext } from './city-context.ts';
import type { Sql } from './city-database.ts';
import { insertRows } from './insert-rows.ts';

export type What = z.input<typeof CityEvent>['what'];

/** Channel on which every process hears whose feed has grown. */
export const FEED_CHANNEL = 'city_feed';

export type CityTransaction = Sql & {
  /** Puts a signed word into a desk's feed at the end of the transaction, and wakes who listens once it is committed. */
  readonly tell: (deskId: string, what: What) => void;
};

/** Everything that changes the city: one transaction, its words to desks included. */
export function changeCity<T>(city: CityContext, work: (tx: CityTransaction) => Promise<T>): Promise<T> {
  return city.database.transaction(async (sql) => {
    const words = new Map<string, What[]>();
    const value = await work({
      query: sql.query,
      tell: (deskId, what) => {
        words.set(deskId, [...(words.get(deskId) ?? []), what]);
      },
    });
    await sayWords(city, sql, words);
    return value;
  });
}

/** Numbered without gaps under the lock of each feed's head, which are taken last and by desk. */
async function sayWords(
  city: CityContext,
  sql: Sql,
  words: ReadonlyMap<string, readonly What[]>,
): Promise<void> {
  if (words.size === 0) return;
  const desks = [...words.keys()].sort();
  const heads = await sql.query<{ desk_id: string; last_cursor: number }>(
    `INSERT INTO feed_heads SELECT d, n FROM unnest($1::text[], $2::int[]) AS grown(d, n) ORDER BY d
       ON CONFLICT (desk_id) DO UPDATE SET last_cursor = feed_heads.last_cursor + excluded.last_cursor
     RETURNING desk_id, last_cursor`,
    [desks, desks.map((deskId) => words.get(deskId)?.length ?? 0)],
  );
  const at = city.now().toISOString();
  const rows = heads.flatMap(({ desk_id, last_cursor }) => {
    const said = words.get(desk_id) ?? [];
    return said.map((what, i) => {
      const cursor = last_cursor - said.length + i + 1;
      const statement = city.key.say({ deskId: desk_id, cursor, at, what });
      return { desk_id, cursor_number: cursor, statement: JSON.stringify(statement) };
    });
  });
  await insertRows(sql, 'feed', { desk_id: 'text', cursor_number: 'int', statement: 'text' }, rows);
  await sql.query(`SELECT pg_notify('${FEED_CHANNEL}', d) FROM unnest($1::text[]) AS d`, [desks]);
}
