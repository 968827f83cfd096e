import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../environment.ts';
import { withGaps } from '../not-implemented.ts';
import { running } from '../running.ts';
import { app } from './app.ts';

const PREFIX = Buffer.from('v11');
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key file beside the data stands in for the keyring: this protects nothing, it only behaves alike. */
function keyringKey(): Buffer {
  if (!running.ready) throw new Error('safeStorage cannot be used before app is ready');
  if (environment.noKeyring) throw new Error('Encryption is not available');
  const file = join(app.getPath('userData'), 'standin-safe-storage.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  return readFileSync(file);
}

export const safeStorage = withGaps('safeStorage', {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => running.ready && !environment.noKeyring,
  isEncryptionAvailable: (): boolean => running.ready && !environment.noKeyring,
  getSelectedStorageBackend: (): string => (environment.noKeyring ? 'basic_text' : 'gnome_libsecret'),
  async encryptStringAsync(plain: string): Promise<Buffer> {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', keyringKey(), iv);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([PREFIX, iv, cipher.getAuthTag(), sealed]);
  },
  async decryptStringAsync(encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const tagAt = PREFIX.length + IV_BYTES;
    if (!encrypted.subarray(0, PREFIX.length).equals(PREFIX)) {
      throw new Error('Error while decrypting the ciphertext: it does not appear to be encrypted.');
    }
    const key = keyringKey();
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(PREFIX.length, tagAt));
      decipher.setAuthTag(encrypted.subarray(tagAt, tagAt + TAG_BYTES));
      const plain = Buffer.concat([decipher.update(encrypted.subarray(tagAt + TAG_BYTES)), decipher.final()]);
      return { result: plain.toString('utf8'), shouldReEncrypt: false };
    } catch {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.');
    }
  },
});
