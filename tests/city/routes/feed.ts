import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type CityContext, refusing } from '../city-context.ts';
import { deskOfRequest } from './session.ts';

const FeedQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  waitMs: z.coerce.number().int().min(0).max(60_000).default(0),
});

async function readFeed(city: CityContext, deskId: string, after: number) {
  const rows = await city.database.query<{ statement: string }>(
    `SELECT statement FROM feed WHERE desk_id = $1 AND cursor_number > $2 ORDER BY cursor_number LIMIT 200`,
    [deskId, after],
  );
  const [last] = await city.database.query<{ n: number }>(
    'SELECT last_cursor AS n FROM feed_heads WHERE desk_id = $1',
    [deskId],
  );
  return { events: rows.map((row) => JSON.parse(row.statement)), last: last?.n ?? 0 };
}

/** `GET /v1/desks/{desk}/feed?after=&waitMs=`: waits until there is something, the time is over or the city stops. */
export function feedRoute(app: FastifyInstance, city: CityContext): void {
  app.get<{ Params: { desk: string } }>('/v1/desks/:desk/feed', async (request) => {
    const deskId = await deskOfRequest(city, request);
    if (deskId !== request.params.desk) throw refusing(403, 'not-your-desk');
    const asked = FeedQuery.safeParse(request.query);
    if (!asked.success) throw refusing(400, 'bad-request');
    const { after, waitMs } = asked.data;
    // Listening starts before reading, or a word said in between would wait for the next one.
    const over = new AbortController();
    const limit = setTimeout(() => over.abort(), waitMs);
    request.raw.on('close', () => request.raw.destroyed && over.abort());
    const grown = Promise.race([
      once(city.bell, deskId, { signal: over.signal }).then(() => true),
      once(city.bell, 'stopping', { signal: over.signal }).then(() => false),
    ]).catch(() => false);
    try {
      const now = await readFeed(city, deskId, after);
      if (now.events.length > 0 || now.last < after || waitMs === 0) return now;
      return (await grown) ? await readFeed(city, deskId, after) : now;
    } finally {
      clearTimeout(limit);
      over.abort();
    }
  });
}
