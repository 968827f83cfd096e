import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { NO_HASH } from '../../../src/shared/base/ids.ts';
import { type CityContext, refusing } from '../city-context.ts';
import { deskOfRequest } from './session.ts';

const OwnEventsQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  nonce: z.string().min(1).max(100),
});

/** `GET /v1/desks/{desk}/events?after=&nonce=`: a desk's own log as it was taken, refused events too: they hold their place in the chain. */
export function ownEventsRoute(app: FastifyInstance, city: CityContext): void {
  app.get<{ Params: { desk: string } }>('/v1/desks/:desk/events', async (request) => {
    const deskId = await deskOfRequest(city, request);
    if (deskId !== request.params.desk) throw refusing(403, 'not-your-desk');
    const asked = OwnEventsQuery.safeParse(request.query);
    if (!asked.success) throw refusing(400, 'bad-request');
    const rows = await city.database.query<{ raw: string }>(
      'SELECT raw FROM desk_events WHERE desk_id = $1 AND seq > $2 ORDER BY seq LIMIT 200',
      [deskId, asked.data.after],
    );
    const [last] = await city.database.query<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM desk_events WHERE desk_id = $1 ORDER BY seq DESC LIMIT 1',
      [deskId],
    );
    const { seq, hash } = last ?? { seq: 0, hash: NO_HASH };
    const head = city.key.say({ deskId, nonce: asked.data.nonce, seq, hash });
    return { events: rows.map(({ raw }) => JSON.parse(raw)), head };
  });
}
