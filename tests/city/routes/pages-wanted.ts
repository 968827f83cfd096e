import type { FastifyInstance } from 'fastify';
import { PagesQuestion } from '../../../src/shared/contracts/city/pages.ts';
import { type CityContext, refusing } from '../city-context.ts';
import { changeCity, type What } from '../city-transaction.ts';
import { lockDesks, lockPages } from '../locks.ts';
import { settlePage } from '../pages/page-store.ts';
import { sayWhatPagesAreWanted } from '../say-what-pages-are-wanted.ts';
import { deskOfRequest } from './session.ts';

type Lacking = { dossier_id: string; sha256: string; received: number | null; whole: boolean };

/** Pages of these dossiers that are not complete; `received` null: nobody has begun them. */
const pagesLacking = (city: CityContext, deskId: string, dossierIds: readonly string[]) =>
  city.database.query<Lacking>(
    `SELECT n.dossier_id, n.sha256, p.received, p.received >= p.byte_length AS whole
       FROM dossiers d JOIN dossier_pages n USING (dossier_id) LEFT JOIN pages p USING (sha256)
      WHERE d.desk_id = $1 AND d.dossier_id = ANY($2) AND p.complete_at IS NULL ORDER BY n.sha256`,
    [deskId, [...dossierIds]],
  );

/** The desk has waited for a word: what is due is said now, and what was said is said once more. */
async function sayAgain(city: CityContext, deskId: string, dossierIds: readonly string[]): Promise<void> {
  await changeCity(city, async (tx) => {
    const dossiers = await tx.query<{
      dossier_id: string;
      content_seq: number;
      pages: string[];
      said: boolean;
    }>(
      `SELECT d.dossier_id, d.content_seq, d.complete_seq IS NOT DISTINCT FROM d.content_seq AS said,
              coalesce(array_agg(n.sha256 ORDER BY n.sha256) FILTER (WHERE n.sha256 IS NOT NULL), '{}') AS pages
         FROM dossiers d LEFT JOIN dossier_pages n USING (dossier_id)
        WHERE d.desk_id = $1 AND d.dossier_id = ANY($2) GROUP BY d.dossier_id`,
      [deskId, [...dossierIds]],
    );
    await lockPages(
      tx,
      'naming',
      dossiers.flatMap(({ pages }) => pages),
    );
    await lockDesks(tx, [deskId]);
    await sayWhatPagesAreWanted(
      tx,
      dossiers.filter(({ said }) => !said).map(({ dossier_id }) => dossier_id),
    );
    // Ids and hashes are read from our own tables: brands only.
    for (const { dossier_id, content_seq, pages } of dossiers.filter(({ said }) => said))
      tx.tell(deskId, { type: 'dossier-complete', dossierId: dossier_id, seq: content_seq, pages } as What);
  });
}

/** `POST /v1/desks/{desk}/pages-wanted`: what is lacking of many dossiers, with the bytes that are there. */
export function pagesWantedRoute(app: FastifyInstance, city: CityContext): void {
  app.post<{ Params: { desk: string } }>('/v1/desks/:desk/pages-wanted', async (request) => {
    const deskId = await deskOfRequest(city, request);
    if (deskId !== request.params.desk) throw refusing(403, 'not-your-desk');
    const asked = PagesQuestion.safeParse(request.body);
    if (!asked.success) throw refusing(400, 'bad-request');
    const ids = asked.data.dossiers;
    // A kill may fall between a page's last byte and its hashing: then it is settled now.
    for (const { sha256, whole } of await pagesLacking(city, deskId, ids))
      if (whole === true) await settlePage(city, sha256);
    if (asked.data.say) await sayAgain(city, deskId, ids);
    const known = await city.database.query<{ dossier_id: string }>(
      'SELECT dossier_id FROM dossiers WHERE desk_id = $1 AND dossier_id = ANY($2)',
      [deskId, ids],
    );
    const lacking = Map.groupBy(await pagesLacking(city, deskId, ids), ({ dossier_id }) => dossier_id);
    return {
      dossiers: ids.map((dossierId) => ({
        dossierId,
        known: known.some(({ dossier_id }) => dossier_id === dossierId),
        pages: (lacking.get(dossierId) ?? []).map(({ sha256, received }) => ({ sha256, offset: received })),
      })),
    };
  });
}
