import { createHash, createPublicKey, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { errors, jwtVerify } from 'jose';
import { SessionRequest } from '../../../src/shared/contracts/city/session.ts';
import { type CityContext, refusing } from '../city-context.ts';

const TOKEN_MINUTES = 10;
const TOLERANCE_SECONDS = 30;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const deskKeyOf = (publicKey: string) =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });

/** `POST /v1/sessions`: private_key_jwt (RFC 7523), each assertion good once. */
export function sessionRoute(app: FastifyInstance, city: CityContext): void {
  app.post('/v1/sessions', async (request) => {
    const asked = SessionRequest.safeParse(request.body);
    if (!asked.success) throw refusing(400, 'bad-request');
    const { deskId, assertion } = asked.data;
    const [desk] = await city.database.query<{ public_key: string | null; withdrawn: boolean }>(
      'SELECT public_key, withdrawn FROM desks WHERE desk_id = $1',
      [deskId],
    );
    if (desk?.public_key == null) throw refusing(401, 'assertion-invalid');
    if (desk.withdrawn) throw refusing(403, 'desk-withdrawn');
    const claims = await jwtVerify(assertion, deskKeyOf(desk.public_key), {
      algorithms: ['EdDSA'],
      issuer: deskId,
      subject: deskId,
      audience: city.key.publicKey,
      clockTolerance: TOLERANCE_SECONDS,
      maxTokenAge: 60,
      requiredClaims: ['jti', 'exp', 'iat'],
      currentDate: city.now(),
    }).then(
      (verified) => verified.payload,
      (error: unknown) => {
        if (error instanceof errors.JOSEError) throw refusing(401, 'assertion-invalid');
        throw error;
      },
    );
    const now = city.now();
    const taken = await city.database.query(
      'INSERT INTO assertions_seen VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING jti',
      [`${deskId}/${claims.jti}`, new Date(now.getTime() + 300_000).toISOString()],
    );
    if (taken.length === 0) throw refusing(401, 'assertion-replayed');
    await city.database.query('DELETE FROM assertions_seen WHERE expires_at < $1', [now.toISOString()]);
    await city.database.query('DELETE FROM sessions WHERE expires_at < $1', [now.toISOString()]);
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + TOKEN_MINUTES * 60_000).toISOString();
    await city.database.query('INSERT INTO sessions VALUES ($1, $2, $3)', [hashOf(token), deskId, expiresAt]);
    return { token, expiresAt, cityTime: now.toISOString() };
  });
}

/** Desk that the bearer token of a request stands for; refuses when there is none. */
export async function deskOfRequest(city: CityContext, request: FastifyRequest): Promise<string> {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const [row] = await city.database.query<{ desk_id: string; withdrawn: boolean }>(
    `SELECT s.desk_id, d.withdrawn FROM sessions s JOIN desks d USING (desk_id)
      WHERE s.token_hash = $1 AND s.expires_at > $2`,
    [hashOf(token), city.now().toISOString()],
  );
  if (row === undefined) throw refusing(401, 'session-unknown');
  if (row.withdrawn) throw refusing(403, 'desk-withdrawn');
  return row.desk_id;
}
