import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { SignedStatement } from '../../src/shared/contracts/city/signed-statement.ts';
import type { CityDatabase } from './city-database.ts';
import { LOCKS } from './locks.ts';

export type CityKey = {
  readonly keyId: string;
  /** base64url of the raw 32 bytes. */
  readonly publicKey: string;
  readonly say: <T>(body: T) => SignedStatement<T>;
};

/** The city's Ed25519 key: made at the first start, the same after every later one. */
export async function openCityKey(database: CityDatabase): Promise<CityKey> {
  const made = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const madePublic = String(made.x);
  await database.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1::int)', [LOCKS.start]);
    await sql.query(`INSERT INTO city_key SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM city_key)`, [
      createHash('sha256').update(madePublic).digest('hex').slice(0, 16),
      JSON.stringify(made),
      madePublic,
    ]);
  });
  const [row] = await database.query<{ key_id: string; private_jwk: string; public_key: string }>(
    'SELECT key_id, private_jwk, public_key FROM city_key',
  );
  if (row === undefined) throw new Error('the city has no key');
  const privateKey = createPrivateKey({ key: JSON.parse(row.private_jwk), format: 'jwk' });
  return {
    keyId: row.key_id,
    publicKey: row.public_key,
    say: (body) => ({
      body,
      keyId: row.key_id,
      signature: sign(null, Buffer.from(canonicalize(body) ?? ''), privateKey).toString('base64url'),
    }),
  };
}
