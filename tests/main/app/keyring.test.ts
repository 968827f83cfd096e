import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../../src/main/app/keyring.ts';

const keyring = (backend: string, available: boolean, platform: NodeJS.Platform) =>
  createKeyring(
    {
      isAsyncEncryptionAvailable: async () => available,
      getSelectedStorageBackend: () => backend as 'basic_text',
      encryptStringAsync: async (text) => Buffer.from(`sealed ${text}`),
      decryptStringAsync: async (sealed) => ({
        result: sealed.toString().slice('sealed '.length),
        shouldReEncrypt: false,
      }),
    },
    platform,
  );

describe('the keyring', () => {
  it('is none on Linux when Chromium only has its fixed password', async () => {
    expect(await keyring('basic_text', true, 'linux').isAvailable()).toBe(false);
    expect(await keyring('gnome_libsecret', true, 'linux').isAvailable()).toBe(true);
  });

  it('is none when the system says so; elsewhere the backend is not asked', async () => {
    expect(await keyring('gnome_libsecret', false, 'linux').isAvailable()).toBe(false);
    expect(await keyring('basic_text', true, 'win32').isAvailable()).toBe(true);
  });

  it('gives back every byte', async () => {
    const { encrypt, decrypt } = keyring('gnome_libsecret', true, 'linux');
    const key = Uint8Array.from({ length: 256 }, (_, n) => n);
    expect(new Uint8Array(await decrypt(await encrypt(key)))).toEqual(key);
  });
});
