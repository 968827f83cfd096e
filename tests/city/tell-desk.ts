import type { z } from 'zod';
import type { CityEvent } from '../../src/shared/contracts/city/events.ts';
import type { CityContext } from './city-context.ts';
import type { Sql } from './city-database.ts';

type What = z.input<typeof CityEvent>['what'];

/**
 * One at a time for everything that may complete a dossier: otherwise a page and the facts that name it could be taken
 * at the same moment, neither seeing the other, and nobody would ever say that the dossier is complete.
 */
export async function lockCity(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock(1)');
}

/** Puts one signed word into a desk's feed, numbered without gaps under `lockCity`; the caller rings the bell after its commit. */
export async function tellDesk(city: CityContext, sql: Sql, deskId: string, what: What): Promise<void> {
  const [last] = await sql.query<{ n: number }>(
    'SELECT coalesce(max(cursor_number), 0)::int AS n FROM feed WHERE desk_id = $1',
    [deskId],
  );
  const cursor = (last?.n ?? 0) + 1;
  const statement = city.key.say({ deskId, cursor, at: city.now().toISOString(), what });
  await sql.query('INSERT INTO feed VALUES ($1, $2, $3)', [deskId, cursor, JSON.stringify(statement)]);
}

type Standing = {
  desk_id: string;
  content_seq: number;
  complete_seq: number | null;
  pages_wanted_seq: number | null;
};

/**
 * Looks whether every page of a dossier is there, hashed, and says so once per content: `dossier-complete`,
 * or `pages-wanted` with what is missing.
 */
export async function sayWhatPagesAreWanted(city: CityContext, sql: Sql, dossierId: string): Promise<void> {
  const [dossier] = await sql.query<Standing>(
    'SELECT desk_id, content_seq, complete_seq, pages_wanted_seq FROM dossiers WHERE dossier_id = $1',
    [dossierId],
  );
  if (dossier === undefined || dossier.complete_seq === dossier.content_seq) return;
  const pages = await sql.query<{ sha256: string; here: boolean }>(
    `SELECT d.sha256, p.complete_at IS NOT NULL AS here FROM dossier_pages d LEFT JOIN pages p USING (sha256)
      WHERE d.dossier_id = $1 ORDER BY d.sha256`,
    [dossierId],
  );
  const missing = pages.filter((page) => !page.here).map((page) => page.sha256);
  if (missing.length === 0) {
    await sql.query('UPDATE dossiers SET complete_seq = content_seq WHERE dossier_id = $1', [dossierId]);
    await tellDesk(city, sql, dossier.desk_id, {
      type: 'dossier-complete',
      dossierId: dossierId as Extract<What, { type: 'dossier-complete' }>['dossierId'], // read from our own table
      seq: dossier.content_seq,
      pages: pages.map((page) => page.sha256) as Extract<What, { type: 'dossier-complete' }>['pages'], // same
    });
  } else if (dossier.pages_wanted_seq !== dossier.content_seq) {
    await sql.query('UPDATE dossiers SET pages_wanted_seq = content_seq WHERE dossier_id = $1', [dossierId]);
    await tellDesk(city, sql, dossier.desk_id, {
      type: 'pages-wanted',
      dossierId: dossierId as Extract<What, { type: 'pages-wanted' }>['dossierId'], // read from our own table
      pages: missing as Extract<What, { type: 'pages-wanted' }>['pages'], // same
    });
  }
}
