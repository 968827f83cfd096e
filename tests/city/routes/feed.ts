import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type CityContext, refusing } from '../city-context.ts';
import { deskOfRequest } from './session.ts';

const FeedQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  word: z.string().optional(),
  waitMs: z.coerce.number().int().min(0).max(60_000).default(0),
});

async function readFeed(city: CityContext, deskId: string, after: number) {
  const rows = await city.database.query<{ cursor_number: number; statement: string }>(
    `SELECT cursor_number, statement FROM feed WHERE desk_id = $1 AND cursor_number >= $2
      ORDER BY cursor_number LIMIT 201`,
    [deskId, after],
  );
  const [last] = await city.database.query<{ n: number }>(
    'SELECT last_cursor AS n FROM feed_heads WHERE desk_id = $1',
    [deskId],
  );
  const [head] = await city.database.query<{ next: number }>(
    'SELECT COALESCE(MAX(seq), 0)::int + 1 AS next FROM desk_events WHERE desk_id = $1',
    [deskId],
  );
  const heard = rows.find(({ cursor_number }) => cursor_number === after);
  return {
    events: rows.flatMap((row) => (row === heard ? [] : [JSON.parse(row.statement)])).slice(0, 200),
    last: last?.n ?? 0,
    nextSeq: head?.next ?? 1,
    afterWord: heard === undefined ? '' : String(JSON.parse(heard.statement).signature),
  };
}

/** `GET /v1/desks/{desk}/feed?after=&word=&waitMs=`: waits until there is something, the time is over or the city stops. */
export function feedRoute(app: FastifyInstance, city: CityContext): void {
  app.get<{ Params: { desk: string } }>('/v1/desks/:desk/feed', async (request) => {
    const deskId = await deskOfRequest(city, request);
    if (deskId !== request.params.desk) throw refusing(403, 'not-your-desk');
    const asked = FeedQuery.safeParse(request.query);
    if (!asked.success) throw refusing(400, 'bad-request');
    const { after, word, waitMs } = asked.data;
    // Listening starts before reading, or a word said in between would wait for the next one.
    const over = new AbortController();
    const limit = setTimeout(() => over.abort(), waitMs);
    request.raw.on('close', () => request.raw.destroyed && over.abort());
    const ended = Promise.race([
      once(city.bell, deskId, { signal: over.signal }).then(() => 'spoken'),
      once(city.bell, 'stopping', { signal: over.signal }).then(() => 'stopping'),
    ]).catch(() => 'over');
    try {
      const now = await readFeed(city, deskId, after);
      const differs = word !== undefined && word !== now.afterWord;
      if (now.events.length > 0 || now.last < after || differs || waitMs === 0) return now;
      // Read again also when nothing was said: the word under `after` may have become another while the desk waited.
      return (await ended) === 'stopping' ? now : await readFeed(city, deskId, after);
    } finally {
      clearTimeout(limit);
      over.abort();
    }
  });
}
