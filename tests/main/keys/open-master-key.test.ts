import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type KeyKeeper, openMasterKey } from '../../../src/main/keys/open-master-key.ts';

function freshFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'keys-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A keyring at the port: seals with a key of its own, as the system's does. */
function keyring(): KeyKeeper {
  const own = randomBytes(32);
  const iv = Buffer.alloc(12);
  return {
    isAvailable: async () => true,
    encrypt: async (bytes) => {
      const cipher = createCipheriv('aes-256-gcm', own, iv);
      return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    decrypt: async (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', own, iv).setAuthTag(Buffer.from(sealed.subarray(-16)));
      return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    },
  };
}
const unused = async () => {
  throw new Error('there is no keyring');
};
const noKeyring: KeyKeeper = { isAvailable: async () => false, encrypt: unused, decrypt: unused };

const places = () => {
  const root = freshFolder();
  return { dir: join(root, 'keys'), sealedData: [join(root, 'journal')], root };
};
const codeOf = async (opening: ReturnType<typeof openMasterKey>) => {
  const result = await opening;
  return result.ok ? 'ok' : result.failure.code;
};
async function derived(opening: ReturnType<typeof openMasterKey>) {
  const result = await opening;
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.derive('journal').toString('hex');
}

describe('master key', () => {
  it('is made once and opens again from the keyring; each purpose has its own key', async () => {
    const { dir, sealedData } = places();
    const keyKeeper = keyring();
    const first = await openMasterKey({ dir, sealedData, keyKeeper });
    const again = await openMasterKey({ dir, sealedData, keyKeeper });
    if (!first.ok || !again.ok) throw new Error('not opened');
    expect(first.value.kind).toBe('keyring');
    const purposes = [
      'journal',
      'city-log',
      'pages',
      'documents',
      'sealed-files',
      'signing',
      'drafts',
    ] as const;
    const keys = purposes.map((purpose) => first.value.derive(purpose).toString('hex'));
    expect(new Set(keys).size).toBe(purposes.length);
    expect(keys.every((key) => key.length === 64)).toBe(true);
    expect(purposes.map((purpose) => again.value.derive(purpose).toString('hex'))).toEqual(keys);
    expect(existsSync(join(dir, 'master.sealed.tmp'))).toBe(false);
  });

  it('without a keyring asks for a new passphrase, then for that one', async () => {
    const { dir, sealedData } = places();
    const open = (passphrase?: string) =>
      openMasterKey({ dir, sealedData, keyKeeper: noKeyring, passphrase });
    expect(await codeOf(open())).toBe('new-passphrase-needed');
    expect(existsSync(dir)).toBe(false);
    const key = await derived(open('trời đất ơi'));
    expect(await codeOf(open())).toBe('passphrase-needed');
    expect(await codeOf(open('trời đất ới'))).toBe('wrong-passphrase');
    expect(await derived(open('trời đất ơi'.normalize('NFD')))).toBe(key);
    expect(readFileSync(join(dir, 'master.sealed'), 'utf8')).not.toContain(key);
  });

  it('a passphrase key stays one when a keyring appears', async () => {
    const { dir, sealedData } = places();
    const key = await derived(
      openMasterKey({ dir, sealedData, keyKeeper: noKeyring, passphrase: '12345678' }),
    );
    expect(await codeOf(openMasterKey({ dir, sealedData, keyKeeper: keyring() }))).toBe('passphrase-needed');
    expect(
      await derived(openMasterKey({ dir, sealedData, keyKeeper: keyring(), passphrase: '12345678' })),
    ).toBe(key);
  });

  it('never makes a new key over one that does not open: another keyring, none, or one that gives something else', async () => {
    const { dir, sealedData } = places();
    const own = keyring();
    await derived(openMasterKey({ dir, sealedData, keyKeeper: own }));
    const before = readFileSync(join(dir, 'master.sealed'));
    const liar: KeyKeeper = { ...own, decrypt: async () => randomBytes(32) };
    for (const keyKeeper of [keyring(), noKeyring, liar]) {
      expect(await codeOf(openMasterKey({ dir, sealedData, keyKeeper, passphrase: '12345678' }))).toBe(
        'key-unreadable',
      );
    }
    expect(readFileSync(join(dir, 'master.sealed'))).toEqual(before);
  });

  it('never makes a new key while sealed data is there', async () => {
    const { dir, sealedData, root } = places();
    writeFileSync(join(root, 'journal'), 'sealed');
    expect(await codeOf(openMasterKey({ dir, sealedData, keyKeeper: keyring() }))).toBe('key-missing');
    expect(existsSync(join(dir, 'master.sealed'))).toBe(false);
  });

  it('tells a damaged file from a wrong passphrase, whichever character is damaged', async () => {
    const { dir, sealedData } = places();
    await derived(openMasterKey({ dir, sealedData, keyKeeper: noKeyring, passphrase: '12345678' }));
    const path = join(dir, 'master.sealed');
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at += 1) {
      const hurt = Buffer.from(bytes);
      hurt.writeUInt8(hurt.readUInt8(at) ^ 1, at);
      writeFileSync(path, hurt);
      expect(await codeOf(openMasterKey({ dir, sealedData, keyKeeper: noKeyring })), `byte ${at}`).toBe(
        'key-file-damaged',
      );
    }
    writeFileSync(path, bytes.subarray(0, bytes.length - 1));
    expect(await codeOf(openMasterKey({ dir, sealedData, keyKeeper: noKeyring }))).toBe('key-file-damaged');
  });
});
