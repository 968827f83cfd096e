import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type CityContext, refusing } from '../city-context.ts';

/** `GET /v1/health?nonce=`: the nonce comes back signed, which only the city can do. */
export function healthRoute(app: FastifyInstance, city: CityContext): void {
  app.get('/v1/health', async (request) => {
    const asked = z.object({ nonce: z.string().min(8).max(100) }).safeParse(request.query);
    if (!asked.success) throw refusing(400, 'bad-request');
    return city.key.say({
      nonce: asked.data.nonce,
      cityTime: city.now().toISOString(),
      name: 'Thành phố thực hành',
    });
  });
}
