import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { Server, type Upload } from '@tus/server';
import type { FastifyInstance } from 'fastify';
import { Sha256 } from '../../../src/shared/base/ids.ts';
import { PAGES_PATH } from '../../../src/shared/contracts/city/pages.ts';
import { type CityContext, refusing } from '../city-context.ts';
import { lockCity, sayWhatPagesAreWanted } from '../tell-desk.ts';
import { deskOfRequest } from './session.ts';

const MAX_PAGE_BYTES = 50 * 1024 * 1024;
const tusRefusal = (status_code: number, body: string) => ({ status_code, body });

/** What is known of each upload, in the database; the offset is the length of the file itself. */
function uploadsIn(city: CityContext) {
  return {
    get: async (sha256: string): Promise<Upload | undefined> => {
      const [row] = await city.database.query<{ upload: string }>(
        'SELECT upload FROM pages WHERE sha256 = $1',
        [sha256],
      );
      return row === undefined ? undefined : JSON.parse(row.upload);
    },
    set: async (sha256: string, upload: Upload): Promise<void> => {
      await city.database.query(
        `INSERT INTO pages VALUES ($1, $2, $3, NULL) ON CONFLICT (sha256) DO UPDATE SET upload = $3`,
        [sha256, upload.size ?? 0, JSON.stringify(upload)],
      );
    },
    delete: async (sha256: string): Promise<void> => {
      await city.database.query('DELETE FROM pages WHERE sha256 = $1', [sha256]);
    },
  };
}

/** Hashes a page whose last byte has come: right → durable and complete, wrong → thrown away. */
async function settlePage(city: CityContext, store: FileStore, sha256: string): Promise<boolean> {
  const path = join(city.pagesDirectory, sha256);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('hex') !== sha256) {
    await store.remove(sha256);
    return false;
  }
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
  const desks = await city.database.transaction(async (sql) => {
    await lockCity(sql);
    await sql.query('UPDATE pages SET complete_at = $2 WHERE sha256 = $1 AND complete_at IS NULL', [
      sha256,
      city.now().toISOString(),
    ]);
    const dossiers = await sql.query<{ dossier_id: string; desk_id: string }>(
      'SELECT dossier_id, desk_id FROM dossier_pages JOIN dossiers USING (dossier_id) WHERE sha256 = $1',
      [sha256],
    );
    for (const { dossier_id } of dossiers) await sayWhatPagesAreWanted(city, sql, dossier_id);
    return dossiers.map((dossier) => dossier.desk_id);
  });
  for (const deskId of new Set(desks)) city.bell.emit(deskId);
  return true;
}

/** A kill may fall between the last byte and its hashing: then the page is settled when it is next asked about. */
async function settleIfWhole(city: CityContext, store: FileStore, sha256: string): Promise<void> {
  const [row] = await city.database.query<{ byte_length: number }>(
    'SELECT byte_length FROM pages WHERE sha256 = $1 AND complete_at IS NULL',
    [sha256],
  );
  if (row === undefined) return;
  const file = await stat(join(city.pagesDirectory, sha256)).catch(() => undefined);
  if (file === undefined) await city.database.query('DELETE FROM pages WHERE sha256 = $1', [sha256]);
  else if (file.size >= row.byte_length) await settlePage(city, store, sha256);
}

/** `/v1/pages…`: tus 1.0 by @tus/server; uploads are named by their SHA-256 and can be written, never read or removed. */
export function pagesRoute(app: FastifyInstance, city: CityContext): void {
  const store = new FileStore({ directory: city.pagesDirectory, configstore: uploadsIn(city) });
  const tus = new Server({
    path: PAGES_PATH,
    relativeLocation: true,
    datastore: store,
    maxSize: MAX_PAGE_BYTES,
    namingFunction: (_request, metadata) => {
      const name = Sha256.safeParse(metadata?.sha256);
      if (!name.success) throw tusRefusal(400, 'page-name-invalid');
      return name.data;
    },
    onUploadCreate: async (_request, upload) => {
      // FileStore would empty a file that is there; what has come of this page stays, and HEAD tells how much.
      if ((await uploadsIn(city).get(upload.id)) !== undefined) throw tusRefusal(409, 'page-known');
      return {};
    },
    onUploadFinish: async (_request, upload) => {
      if (!(await settlePage(city, store, upload.id))) throw tusRefusal(460, 'hash-differs');
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
        await settleIfWhole(city, store, name.data);
        reply.hijack();
        await tus.handle(request.raw, reply.raw);
      },
    });
}
