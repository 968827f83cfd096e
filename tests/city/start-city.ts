import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastify, { type FastifyError } from 'fastify';
import type { CityContext, CityRefusalError } from './city-context.ts';
import { openCityDatabase, type Sql } from './city-database.ts';
import { openCityKey } from './city-key.ts';
import { FEED_CHANNEL } from './city-transaction.ts';
import { openLendingPeriod } from './lending/lending-period.ts';
import { cityOpenApi } from './openapi.ts';
import { practiceDesk } from './practice-city.ts';
import { publishReference } from './publish-reference.ts';
import { enrolmentRoute } from './routes/enrolment.ts';
import { eventsRoute } from './routes/events.ts';
import { feedRoute } from './routes/feed.ts';
import { healthRoute } from './routes/health.ts';
import { leasesRoute } from './routes/leases.ts';
import { ownEventsRoute } from './routes/own-events.ts';
import { pagesRoute } from './routes/pages.ts';
import { pagesWantedRoute } from './routes/pages-wanted.ts';
import { referenceRoute } from './routes/reference.ts';
import { sessionRoute } from './routes/session.ts';
import { seedPractice } from './seed-practice.ts';
import { TAKEN_CODINGS, uncoded } from './uncode-request.ts';

const BODY_LIMIT = 16 * 1024 * 1024;

export type StartCityOptions = {
  /** The embedded database lives here; without it in memory. */
  readonly dataDir?: string | undefined;
  /** A PostgreSQL instead of the embedded PGlite. */
  readonly databaseUrl?: string | undefined;
  /** 0, the default: any free port of 127.0.0.1. */
  readonly port?: number;
  /** Practice desks to seed an empty city with. */
  readonly desks?: number;
  readonly now?: () => Date;
  /** The operator says that the database was put back to an older state: a slot that no earlier restore has used. */
  readonly restored?: number | undefined;
};

export type City = Sql & {
  readonly url: string;
  readonly publicKey: string;
  /** `METHOD /path/{parameter}` of everything it answers to. */
  readonly routes: readonly string[];
  /** One-time enrolment codes by desk id. */
  readonly codes: Readonly<Record<string, string>>;
  /** What the routes work with: for those who bring events and pages by another way than HTTP. */
  readonly context: CityContext;
  /** Publishes the reference data again under the next version, changed by `change`, and tells every desk. */
  readonly publishReference: (change: (body: Record<string, unknown>) => void) => Promise<number>;
  readonly stop: () => Promise<void>;
};

function buildApp(city: CityContext, routes: string[]) {
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true, exposeHeadRoutes: false });
  app.addHook('onRoute', ({ method, url }) => {
    routes.push(`${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  });
  app.addHook('preParsing', async (request, _reply, payload) => uncoded(request, payload));
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('accept-encoding', TAKEN_CODINGS);
    const wanted = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (!wanted || typeof payload !== 'string' || payload.length < 1400) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return gzipSync(payload);
  });
  app.setErrorHandler((error: FastifyError & Partial<CityRefusalError>, _request, reply) => {
    const status = error.statusCode ?? (error.code?.startsWith('Z_') ? 400 : 500);
    if (status >= 500) console.error(error);
    const code =
      error.refusal ?? (status === 413 ? 'too-large' : status < 500 ? 'bad-request' : 'city-failed');
    return reply.code(status).send({ code });
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'not-found' }));
  for (const route of [
    enrolmentRoute,
    sessionRoute,
    healthRoute,
    referenceRoute,
    leasesRoute,
    pagesRoute,
    pagesWantedRoute,
    eventsRoute,
    ownEventsRoute,
    feedRoute,
  ])
    route(app, city);
  app.get('/v1/openapi.json', () => cityOpenApi());
  return app;
}

/** Starts the reference city on 127.0.0.1 and answers when it listens. */
export async function startCity(options: StartCityOptions = {}): Promise<City> {
  const database = await openCityDatabase({
    directory: options.dataDir === undefined ? undefined : join(options.dataDir, 'database'),
    databaseUrl: options.databaseUrl,
  });
  const desks = options.desks ?? 6;
  await seedPractice(database, desks);
  await openLendingPeriod(database, options.restored ?? null);
  const key = await openCityKey(database);
  const bell = new EventEmitter().setMaxListeners(0);
  // Words may be said by any process on this database; when some may have been missed, everybody looks.
  const ringAll = (): void => {
    for (const name of bell.eventNames()) if (name !== 'stopping') bell.emit(name);
  };
  await database.listen(FEED_CHANNEL, (deskId) => bell.emit(deskId), ringAll);
  const city: CityContext = { database, key, now: options.now ?? (() => new Date()), bell };
  const routes: string[] = [];
  const app = buildApp(city, routes);
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const practiceDesks = Array.from({ length: desks }, (_, i) => practiceDesk(i + 1));
  return {
    url,
    publicKey: key.publicKey,
    routes,
    codes: Object.fromEntries(practiceDesks.map((desk) => [desk.deskId, desk.code])),
    context: city,
    query: database.query,
    publishReference: (change) => publishReference(city, change),
    stop: async () => {
      bell.emit('stopping');
      await app.close();
      await database.close();
    },
  };
}
