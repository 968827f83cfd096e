import { createHash } from 'node:crypto';
import type { CityContext } from '../city-context.ts';
import type { Sql } from '../city-database.ts';
import { changeCity } from '../city-transaction.ts';
import { lockDesks, lockPages } from '../locks.ts';
import { sayWhatPagesAreWanted } from '../say-what-pages-are-wanted.ts';

export const MAX_PAGE_BYTES = 50 * 1024 * 1024;
/** Read and written piece by piece: a page is never in memory as a whole. */
export const PIECE_BYTES = 256 * 1024;

export type PageStanding = {
  readonly byteLength: number;
  readonly received: number;
  readonly complete: boolean;
};

export async function findPage(sql: Sql, sha256: string): Promise<PageStanding | undefined> {
  const [row] = await sql.query<{ byte_length: number; received: number; complete: boolean }>(
    'SELECT byte_length, received, complete_at IS NOT NULL AS complete FROM pages WHERE sha256 = $1',
    [sha256],
  );
  return row && { byteLength: row.byte_length, received: row.received, complete: row.complete };
}

/** Opens an upload; what has come of this page before stays. Answers whether it was new. */
export async function openPage(sql: Sql, sha256: string, byteLength: number): Promise<boolean> {
  const made = await sql.query(
    'INSERT INTO pages (sha256, byte_length) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
    [sha256, byteLength],
  );
  return made.length > 0;
}

/**
 * Writes one piece where the upload stands, in one statement; false when it stands elsewhere (another process took a piece
 * of the same page) or the piece is longer than the page.
 */
export async function addPiece(sql: Sql, sha256: string, atByte: number, bytes: Buffer): Promise<boolean> {
  if (bytes.length === 0) return true;
  const added = await sql.query(
    `WITH grown AS (UPDATE pages SET received = received + $3
                     WHERE sha256 = $1 AND received = $2 AND received + $3 <= byte_length AND complete_at IS NULL
                 RETURNING sha256)
     INSERT INTO page_pieces SELECT sha256, $2, $4::bytea FROM grown RETURNING 1`,
    [sha256, atByte, bytes.length, bytes],
  );
  return added.length > 0;
}

/** The bytes of a page as the database has them, in order. */
export async function* readPage(sql: Sql, sha256: string): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    const [piece] = await sql.query<{ at_byte: number; bytes: Uint8Array }>(
      'SELECT at_byte, bytes FROM page_pieces WHERE sha256 = $1 AND at_byte >= $2 ORDER BY at_byte LIMIT 1',
      [sha256, at],
    );
    if (piece === undefined) return;
    yield Buffer.from(piece.bytes);
    at = piece.at_byte + 1;
  }
}

/** SHA-256 of what lies in the database, which is the page's name or something is wrong. */
export async function hashPage(sql: Sql, sha256: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of readPage(sql, sha256)) hash.update(bytes);
  return hash.digest('hex');
}

/**
 * Hashes a page whose last byte has come: right → complete, and the desks whose dossiers it completes are told; wrong →
 * thrown away. Any process may do it, also twice: a kill may have fallen between the last byte and its hashing.
 */
export async function settlePage(city: CityContext, sha256: string): Promise<boolean> {
  if ((await hashPage(city.database, sha256)) !== sha256) {
    await city.database.query('DELETE FROM pages WHERE sha256 = $1 AND complete_at IS NULL', [sha256]);
    return false;
  }
  await changeCity(city, async (tx) => {
    await lockPages(tx, 'arrived', [sha256]);
    const dossiers = await tx.query<{ dossier_id: string; desk_id: string }>(
      'SELECT dossier_id, desk_id FROM dossier_pages JOIN dossiers USING (dossier_id) WHERE sha256 = $1',
      [sha256],
    );
    await lockDesks(tx, [...new Set(dossiers.map(({ desk_id }) => desk_id))]);
    await tx.query('UPDATE pages SET complete_at = $2 WHERE sha256 = $1 AND complete_at IS NULL', [
      sha256,
      city.now().toISOString(),
    ]);
    await sayWhatPagesAreWanted(
      tx,
      dossiers.map(({ dossier_id }) => dossier_id),
    );
  });
  return true;
}
