import type { FastifyInstance } from 'fastify';
import { EnvelopeBatch } from '../../../src/shared/contracts/city/events.ts';
import { type CityContext, refusing } from '../city-context.ts';
import { takeEvents } from '../take-events.ts';
import { deskOfRequest } from './session.ts';

/** `POST /v1/desks/{desk}/events`: a verdict for every seq, or a gap; only a desk's own log. */
export function eventsRoute(app: FastifyInstance, city: CityContext): void {
  app.post<{ Params: { desk: string } }>('/v1/desks/:desk/events', async (request) => {
    const deskId = await deskOfRequest(city, request);
    if (deskId !== request.params.desk) throw refusing(403, 'not-your-desk');
    const asked = EnvelopeBatch.safeParse(request.body);
    if (!asked.success) throw refusing(400, 'bad-request');
    return takeEvents(city, deskId, asked.data.events);
  });
}
