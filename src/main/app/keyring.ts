import type { SafeStorage } from 'electron';

/** Electron's safeStorage as a place for the master key; bytes travel as base64 because it takes text. */
export function createKeyring(
  safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >,
  platform: NodeJS.Platform,
): {
  readonly isAvailable: () => Promise<boolean>;
  readonly encrypt: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly decrypt: (sealed: Uint8Array) => Promise<Uint8Array>;
} {
  return {
    // `basic_text` is a fixed password: no keyring at all, so a passphrase is asked for.
    isAvailable: async () =>
      (await safeStorage.isAsyncEncryptionAvailable()) &&
      (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    encrypt: (bytes) => safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64')),
    decrypt: async (sealed) =>
      Buffer.from((await safeStorage.decryptStringAsync(Buffer.from(sealed))).result, 'base64'),
  };
}
