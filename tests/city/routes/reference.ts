import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { OfficerCredential, ReferenceReply } from '../../../src/shared/contracts/city/reference.ts';
import { Officer } from '../../../src/shared/domain/officer/officer.ts';
import { openCityCarryKey } from '../carry/city-carry-key.ts';
import { type CityContext, refusing } from '../city-context.ts';
import { deskOfRequest } from './session.ts';

const CREDENTIAL_DAYS = 30;

type OfficerRow = { body: string; salt: string; hash: string; cost: number };

/**
 * The newest version with the officers of the desk's branch, signed; their credentials serve from now on. null when
 * nothing was published yet.
 */
export async function sayReference(
  city: CityContext,
  deskId: string,
  since: number,
): Promise<z.input<typeof ReferenceReply> | null> {
  const [newest] = await city.database.query<{ version: number; body: string }>(
    'SELECT version, body FROM reference_versions ORDER BY version DESC LIMIT 1',
  );
  if (newest === undefined) return null;
  if (newest.version <= since) return { kind: 'unchanged', version: newest.version };
  const rows = await city.database.query<OfficerRow>(
    `SELECT o.body, o.salt, o.hash, o.cost FROM officers o JOIN desks d USING (branch_id)
      WHERE d.desk_id = $1 ORDER BY o.officer_id`,
    [deskId],
  );
  const validUntil = new Date(city.now().getTime() + CREDENTIAL_DAYS * 86_400_000).toISOString();
  const officers: OfficerCredential[] = rows.map((row) => ({
    officer: Officer.parse(JSON.parse(row.body)),
    salt: row.salt,
    hash: row.hash,
    cost: row.cost,
    validUntil,
  }));
  const { publicKey: carryKey } = await openCityCarryKey(city.database);
  return {
    kind: 'full',
    statement: city.key.say({ version: newest.version, ...JSON.parse(newest.body), officers, carryKey }),
  };
}

/** `GET /v1/reference?since=`: the newest version. */
export function referenceRoute(app: FastifyInstance, city: CityContext): void {
  app.get('/v1/reference', async (request) => {
    const deskId = await deskOfRequest(city, request);
    const asked = z.object({ since: z.coerce.number().int().min(0).default(0) }).safeParse(request.query);
    if (!asked.success) throw refusing(400, 'bad-request');
    const said = await sayReference(city, deskId, asked.data.since);
    if (said === null) throw refusing(404, 'not-found');
    return said;
  });
}
