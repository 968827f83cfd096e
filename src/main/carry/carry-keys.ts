import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

/** PKCS #8 of an X25519 key up to its 32 bytes (RFC 8410). */
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const KEY_BYTES = 32;

/** X25519: who has the private half can open what is carried. */
export type CarryKey = {
  /** Raw 32 bytes, base64url. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
};

/** Always the same pair for the same 32 secret bytes, so that a reply can be opened whenever it comes. */
export function carryKeyFrom(secret: Uint8Array): CarryKey {
  const der = Buffer.concat([PKCS8_X25519, secret]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new Error('not an X25519 key');
  return { publicKey: x, privateKey };
}

/** How a file says for whom it is. */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16);

/** The content key, readable by the owner of `publicKey` alone: compact JWE. */
export function wrapContentKey(contentKey: Uint8Array, publicKey: string): Promise<string> {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: publicKey }, format: 'jwk' });
  return new CompactEncrypt(contentKey)
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' })
    .encrypt(key);
}

/** null when this key opens it not. */
export async function unwrapContentKey(wrapped: string, privateKey: KeyObject): Promise<Uint8Array | null> {
  try {
    const { plaintext } = await compactDecrypt(wrapped, privateKey, {
      keyManagementAlgorithms: ['ECDH-ES+A256KW'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return plaintext.length === KEY_BYTES ? plaintext : null;
  } catch {
    // jose says by throwing that it is not for this key, or was touched.
    return null;
  }
}

/** The key of the chunks: of the content key and of the head to the letter. */
export const streamKey = (contentKey: Uint8Array, prefix: Uint8Array): Buffer =>
  Buffer.from(
    hkdfSync('sha256', contentKey, createHash('sha256').update(prefix).digest(), 'quay-mot-cua/carry/1', 32),
  );
