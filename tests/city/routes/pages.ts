import { Server } from '@tus/server';
import type { FastifyInstance } from 'fastify';
import { Sha256 } from '../../../src/shared/base/ids.ts';
import { PAGES_PATH } from '../../../src/shared/contracts/city/pages.ts';
import { type CityContext, refusing } from '../city-context.ts';
import { findPage, MAX_PAGE_BYTES, settlePage } from '../pages/page-store.ts';
import { tusStoreIn } from '../pages/tus-store.ts';
import { deskOfRequest } from './session.ts';

const tusRefusal = (status_code: number, body: string) => ({ status_code, body });

/** A kill may fall between the last byte and its hashing: then the page is settled when it is next asked about. */
async function settleIfWhole(city: CityContext, sha256: string): Promise<void> {
  const page = await findPage(city.database, sha256);
  if (page !== undefined && !page.complete && page.received >= page.byteLength)
    await settlePage(city, sha256);
}

/** `/v1/pages…`: tus 1.0 by @tus/server; uploads are named by their SHA-256 and can be written, never read or removed. */
export function pagesRoute(app: FastifyInstance, city: CityContext): void {
  const tus = new Server({
    path: PAGES_PATH,
    relativeLocation: true,
    datastore: tusStoreIn(city),
    maxSize: MAX_PAGE_BYTES,
    namingFunction: (_request, metadata) => {
      const name = Sha256.safeParse(metadata?.sha256);
      if (!name.success) throw tusRefusal(400, 'page-name-invalid');
      return name.data;
    },
    onUploadFinish: async (_request, upload) => {
      if (!(await settlePage(city, upload.id))) throw tusRefusal(460, 'hash-differs');
      return {};
    },
  });
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  app.post(PAGES_PATH, async (request, reply) => {
    await deskOfRequest(city, request);
    reply.hijack();
    await tus.handle(request.raw, reply.raw);
  });
  for (const method of ['HEAD', 'PATCH'] as const)
    app.route<{ Params: { sha256: string } }>({
      method,
      url: `${PAGES_PATH}/:sha256`,
      handler: async (request, reply) => {
        await deskOfRequest(city, request);
        const name = Sha256.safeParse(request.params.sha256);
        if (!name.success) throw refusing(404, 'not-found');
        await settleIfWhole(city, name.data);
        reply.hijack();
        await tus.handle(request.raw, reply.raw);
      },
    });
}
