import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import type { WrappedKey } from './master-key-file.ts';

type PassphraseWrapped = Extract<WrappedKey, { kind: 'passphrase' }>;

/** 64 MB and about a quarter of a second on a desk PC; OWASP's floor for scrypt is 2^15 with r=8. */
const COST = 2 ** 16;
const TAG_BYTES = 16;

function wrappingKey(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  // NFC: two keyboards may type the same Vietnamese letter as one code point or two.
  const typed = passphrase.normalize('NFC');
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, 32, { N: cost, r: 8, p: 1, maxmem: 2 * 128 * 8 * cost }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

export async function wrapByPassphrase(master: Uint8Array, passphrase: string): Promise<PassphraseWrapped> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await wrappingKey(passphrase, salt, COST), nonce);
  const sealed = Buffer.concat([cipher.update(master), cipher.final(), cipher.getAuthTag()]);
  return {
    kind: 'passphrase',
    salt: salt.toString('base64'),
    cost: COST,
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  };
}

/** The master key, or null when the passphrase is not the one it was wrapped with. */
export async function unwrapByPassphrase(
  wrapped: PassphraseWrapped,
  passphrase: string,
): Promise<Buffer | null> {
  const key = await wrappingKey(passphrase, Buffer.from(wrapped.salt, 'base64'), wrapped.cost);
  const sealed = Buffer.from(wrapped.sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrapped.nonce, 'base64')).setAuthTag(
    sealed.subarray(sealed.length - TAG_BYTES),
  );
  const opened = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    // Node's only way to say that the tag is wrong.
    return null;
  }
}
