import { hkdfSync, randomBytes } from 'node:crypto';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { type DiskFailure, diskFailure } from '../disk/disk-failure.ts';
import { exists } from '../disk/exists.ts';
import { type KeyFile, loadKeyFile, saveKeyFile, type WrappedKey } from './master-key-file.ts';
import { unwrapByPassphrase, wrapByPassphrase } from './passphrase-wrap.ts';

/** The system's keyring (Electron's safeStorage). `encrypt`/`decrypt` reject when the keyring does not answer. */
export type KeyKeeper = {
  readonly isAvailable: () => Promise<boolean>;
  readonly encrypt: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly decrypt: (sealed: Uint8Array) => Promise<Uint8Array>;
};

/** One key for each thing that is sealed: what opens one opens no other. */
export type KeyPurpose =
  | 'journal'
  | 'city-log'
  | 'pages'
  | 'documents'
  | 'sealed-files'
  | 'signing'
  | 'drafts'
  /** What the city carries back by hand. */
  | 'carry';

export type MasterKey = {
  readonly kind: 'keyring' | 'passphrase';
  /** 32 bytes, always the same for the same purpose (HKDF-SHA-256). */
  readonly derive: (purpose: KeyPurpose) => Buffer;
  /** A value derived from the key that tells two keys apart and nothing else. */
  readonly fingerprint: string;
  /** The key wrapped by a recovery code (160 random bits), for a backup: the system's keyring does not come along to a new PC. */
  readonly wrapForRecovery: (recoveryCode: string) => Promise<WrappedKey>;
};

export type MasterKeyFailure =
  | Failure<'passphrase-needed'>
  | Failure<'new-passphrase-needed'>
  | Failure<'wrong-passphrase'>
  | Failure<'key-file-damaged'>
  | Failure<'profile-newer'>
  | Failure<'key-unreadable'>
  | Failure<'key-missing'>
  | DiskFailure;

type Unwrapped =
  | { readonly ok: true; readonly value: Buffer }
  | { readonly ok: false; readonly failure: MasterKeyFailure };

const KEY_BYTES = 32;

const deriveFrom = (master: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `quay-mot-cua/key/1/${purpose}`, KEY_BYTES));

const fingerprintOf = (master: Uint8Array): string =>
  deriveFrom(master, 'fingerprint').subarray(0, 8).toString('hex');

async function unwrap(
  file: KeyFile,
  keyKeeper: KeyKeeper,
  passphrase: string | undefined,
): Promise<Unwrapped> {
  const { wrapped } = file;
  if (wrapped.kind === 'passphrase') {
    if (passphrase === undefined) return fail('passphrase-needed', 'officer-decides');
    const master = await unwrapByPassphrase(wrapped, passphrase);
    return master === null ? fail('wrong-passphrase', 'officer-decides') : ok(master);
  }
  if (!(await keyKeeper.isAvailable())) return fail('key-unreadable', 'call-support', { why: 'no-keyring' });
  try {
    return ok(Buffer.from(await keyKeeper.decrypt(Buffer.from(wrapped.sealed, 'base64'))));
  } catch {
    // The keyring's own words are the platform's; all of them mean that this user's keyring does not hold the key.
    return fail('key-unreadable', 'call-support', { why: 'keyring-refused' });
  }
}

async function wrapNew(
  master: Buffer,
  keyKeeper: KeyKeeper,
  passphrase: string | undefined,
): Promise<WrappedKey | null> {
  if (await keyKeeper.isAvailable()) {
    const sealed = Buffer.from(await keyKeeper.encrypt(master));
    return { kind: 'keyring', sealed: sealed.toString('base64') };
  }
  return passphrase === undefined ? null : wrapByPassphrase(master, passphrase);
}

const keysOf = (master: Buffer): Omit<MasterKey, 'kind'> => ({
  derive: (purpose) => deriveFrom(master, purpose),
  fingerprint: fingerprintOf(master),
  wrapForRecovery: (recoveryCode) => wrapByPassphrase(master, recoveryCode),
});

/** A key that a recovery code opened, before it is this PC's own. */
export type RecoveredKey = Pick<MasterKey, 'derive' | 'fingerprint'> & {
  /**
   * Makes it this PC's own: wrapped by its keyring, or by `passphrase` where none is (`new-passphrase-needed` without
   * both), and durable in `dir`, which must hold no key.
   */
  readonly install: (options: {
    readonly dir: string;
    readonly keyKeeper: KeyKeeper;
    readonly passphrase?: string | undefined;
  }) => Promise<Result<null, DiskFailure | Failure<'new-passphrase-needed' | 'profile-not-empty'>>>;
};

/** Opens what `wrapForRecovery` wrapped; null when the code is another one. `fingerprint`: what the key must have. */
export async function recoverMasterKey(
  wrapped: Extract<WrappedKey, { kind: 'passphrase' }>,
  recoveryCode: string,
  fingerprint: string,
): Promise<RecoveredKey | null> {
  const master = await unwrapByPassphrase(wrapped, recoveryCode);
  if (master === null || master.length !== KEY_BYTES || fingerprintOf(master) !== fingerprint) return null;
  return {
    ...keysOf(master),
    install: async ({ dir, keyKeeper, passphrase }) => {
      try {
        if ((await loadKeyFile(dir)).kind !== 'missing') return fail('profile-not-empty', 'call-support');
        const own = await wrapNew(master, keyKeeper, passphrase);
        if (own === null) return fail('new-passphrase-needed', 'officer-decides');
        await saveKeyFile(dir, { wrapped: own, fingerprint });
        return ok(null);
      } catch (thrown) {
        return diskFailure(thrown);
      }
    },
  };
}

/**
 * Opens the desk's master key, or makes it at the very first start.
 *
 * `dir`: folder of the key file. `sealedData`: files or folders that hold what the key sealed; when any of them is there
 * and the key file is not, no new key is made (`key-missing`): it would hide that everything has become unreadable.
 * Without a keyring the first call fails with `new-passphrase-needed` (first start) or `passphrase-needed`; call again
 * with `passphrase`. Others: `wrong-passphrase`, `key-file-damaged`, `key-unreadable`, `disk-full`, `disk-error`.
 */
export async function openMasterKey(options: {
  readonly dir: string;
  readonly keyKeeper: KeyKeeper;
  readonly sealedData: readonly string[];
  readonly passphrase?: string | undefined;
}): Promise<Result<MasterKey, MasterKeyFailure>> {
  const { dir, keyKeeper, passphrase } = options;
  const opened = (kind: MasterKey['kind'], master: Buffer) => ok({ ...keysOf(master), kind });
  try {
    const loaded = await loadKeyFile(dir);
    if (loaded.kind === 'newer') return fail('profile-newer', 'call-support', { what: 'master-key' });
    if (loaded.kind === 'damaged') return fail('key-file-damaged', 'call-support');
    if (loaded.kind === 'found') {
      const unwrapped = await unwrap(loaded.file, keyKeeper, passphrase);
      if (!unwrapped.ok) return unwrapped;
      const master = unwrapped.value;
      if (master.length !== KEY_BYTES || fingerprintOf(master) !== loaded.file.fingerprint) {
        return fail('key-unreadable', 'call-support', { why: 'another-key' });
      }
      return opened(loaded.file.wrapped.kind, master);
    }
    const sealedThings = await Promise.all(options.sealedData.map(exists));
    if (sealedThings.includes(true)) return fail('key-missing', 'call-support');
    const master = randomBytes(KEY_BYTES);
    const wrapped = await wrapNew(master, keyKeeper, passphrase);
    if (wrapped === null) return fail('new-passphrase-needed', 'officer-decides');
    await saveKeyFile(dir, { wrapped, fingerprint: fingerprintOf(master) });
    return opened(wrapped.kind, master);
  } catch (thrown) {
    return diskFailure(thrown);
  }
}
