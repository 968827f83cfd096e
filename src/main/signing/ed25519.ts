import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Public half of either half of a pair; raw 32 bytes, base64url: the form of public keys in every contract. */
export function publicKeyOf(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('not an Ed25519 key');
  return x;
}

export const signBytes = (privateKey: KeyObject, bytes: Uint8Array): string =>
  sign(null, bytes, privateKey).toString('base64url');

const PUBLIC_KEY = /^[A-Za-z0-9_-]{43}$/;
const SIGNATURE = /^[A-Za-z0-9_-]{86}$/;

/** False for whatever is not a true signature, malformed keys and signatures too. */
export function verifyBytes(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  if (!PUBLIC_KEY.test(publicKey) || !SIGNATURE.test(signature)) return false;
  const key = { key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' } as const;
  return verify(null, bytes, createPublicKey(key), Buffer.from(signature, 'base64url'));
}
