import type { Sql } from './city-database.ts';

/**
 * Locks of the city, all held to the end of their transaction and always taken in this order, so that no two wait for each
 * other: shards of pages (ascending), desks (by id), lease counters (by scope), heads of feeds (by desk).
 */
export const LOCKS = { start: 1, pageShards: 2 } as const;
const SHARDS = 256;

const shardOf = (sha256: string): number => Number.parseInt(sha256.slice(0, 8), 16) % SHARDS;

/**
 * A page's arrival and facts that name it never miss each other: whoever comes second sees what the first one wrote. Facts
 * of several desks go side by side (`naming`), an arrival keeps its shard to itself (`arrived`).
 */
export async function lockPages(sql: Sql, as: 'naming' | 'arrived', pages: readonly string[]): Promise<void> {
  if (pages.length === 0) return;
  const shards = [...new Set(pages.map(shardOf))].sort((a, b) => a - b);
  const lock = as === 'naming' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await sql.query(`SELECT ${lock}(${LOCKS.pageShards}, shard) FROM unnest($1::int[]) AS shard`, [shards]);
}

/** One at a time at each of these desks: for its log, its numbers and whether its dossiers are complete. */
export async function lockDesks(sql: Sql, deskIds: readonly string[]): Promise<void> {
  await sql.query('SELECT 1 FROM desks WHERE desk_id = ANY($1) ORDER BY desk_id FOR NO KEY UPDATE', [
    [...deskIds],
  ]);
}
