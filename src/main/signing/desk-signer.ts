import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  verify,
} from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { publicKeyOf, signBytes } from './ed25519.ts';

/** The desk's own Ed25519 key pair. */
export type DeskSigner = {
  /** Raw 32 bytes, base64url. */
  readonly publicKey: string;
  /** Signature over the bytes, base64url. */
  readonly sign: (bytes: Uint8Array) => string;
  /** Was this signed by this desk? */
  readonly verifyOwn: (bytes: Uint8Array, signature: string) => boolean;
  /**
   * Assertion for `POST /v1/sessions` (private_key_jwt, EdDSA): iss = sub = desk, one minute, a `jti` of its own.
   * `now` is the desk's clock; the city tells its own in reply.
   */
  readonly signAssertion: (claims: {
    readonly deskId: string;
    readonly audience: string;
    readonly now: Date;
  }) => Promise<string>;
};

/** Where the sealed key pair is kept; a sealed value store fits. */
export type SignerStore<LoadFailure extends Failure, SaveFailure extends Failure> = {
  readonly load: (name: string) => Promise<Result<unknown, LoadFailure>>;
  readonly save: (name: string, value: unknown) => Promise<Result<unknown, SaveFailure>>;
};

const NAME = 'desk-signing-key';
const StoredKey = z.object({ pkcs8: z.base64() });

function signerOf(privateKey: KeyObject): DeskSigner {
  const ownPublicKey = createPublicKey(privateKey);
  return {
    publicKey: publicKeyOf(ownPublicKey),
    sign: (bytes) => signBytes(privateKey, bytes),
    verifyOwn: (bytes, signature) => verify(null, bytes, ownPublicKey, Buffer.from(signature, 'base64url')),
    signAssertion: ({ deskId, audience, now }) => {
      const issuedAt = Math.floor(now.getTime() / 1000);
      return new SignJWT()
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
        .setIssuer(deskId)
        .setSubject(deskId)
        .setAudience(audience)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + 60)
        .sign(privateKey);
    },
  };
}

/**
 * Opens the desk's key pair. `mayCreate`: only while the desk is in no city's books; afterwards a new pair would be a
 * stranger to the city, so a missing one is `signing-key-missing`. A stored value that is no key is `signing-key-damaged`.
 * What the store fails with is passed on.
 */
export async function openDeskSigner<LoadFailure extends Failure, SaveFailure extends Failure>(options: {
  readonly store: SignerStore<LoadFailure, SaveFailure>;
  readonly mayCreate: boolean;
}): Promise<
  Result<
    DeskSigner,
    LoadFailure | SaveFailure | Failure<'signing-key-missing'> | Failure<'signing-key-damaged'>
  >
> {
  const { store, mayCreate } = options;
  const loaded = await store.load(NAME);
  if (!loaded.ok) return loaded;
  if (loaded.value !== null) {
    const stored = StoredKey.safeParse(loaded.value);
    if (!stored.success) return fail('signing-key-damaged', 'call-support');
    const key = Buffer.from(stored.data.pkcs8, 'base64');
    return ok(signerOf(createPrivateKey({ key, format: 'der', type: 'pkcs8' })));
  }
  if (!mayCreate) return fail('signing-key-missing', 'call-support');
  const { privateKey } = generateKeyPairSync('ed25519');
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const saved = await store.save(NAME, { pkcs8 });
  return saved.ok ? ok(signerOf(privateKey)) : saved;
}
