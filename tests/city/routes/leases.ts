import type { FastifyInstance } from 'fastify';
import { LeaseRequest } from '../../../src/shared/contracts/city/leases.ts';
import { type CityContext, refusing } from '../city-context.ts';
import { lendNumbers } from '../lending/lend-numbers.ts';
import { deskOfRequest } from './session.ts';

/** `POST /v1/leases`. */
export function leasesRoute(app: FastifyInstance, city: CityContext): void {
  app.post('/v1/leases', async (request) => {
    const deskId = await deskOfRequest(city, request);
    const asked = LeaseRequest.safeParse(request.body);
    if (!asked.success) throw refusing(400, 'bad-request');
    return lendNumbers(city, deskId, asked.data);
  });
}
