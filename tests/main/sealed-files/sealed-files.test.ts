import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSealedFiles } from '../../../src/main/sealed-files/sealed-files.ts';

function freshFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'sealed-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
async function opened(dir: string, fill = 7) {
  const result = await openSealedFiles({ dir, key: Buffer.alloc(32, fill) });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('sealed files', () => {
  it('say which value was saved or removed: as long as that stands still, who has seen it need not look again', async () => {
    const files = await opened(freshFolder());
    await files.save('reference', { version: 1 });
    const seen = files.changes('reference');
    await files.load('reference');
    await files.save('another', 1);
    expect(files.changes('reference')).toBe(seen);
    await files.save('reference', { version: 2 });
    const changed = files.changes('reference');
    expect(changed).toBeGreaterThan(seen);
    await files.remove('reference');
    expect(files.changes('reference')).toBeGreaterThan(changed);
  });

  it('keep a value across restarts, unreadable from outside; what was never saved is null', async () => {
    const dir = freshFolder();
    const value = { officer: 'Nguyễn Thị Hà', list: [1, null] };
    expect(await (await opened(dir)).save('session', value)).toEqual({ ok: true, value: null });
    const again = await opened(dir);
    expect(await again.load('session')).toEqual({ ok: true, value });
    expect(await again.load('other')).toEqual({ ok: true, value: null });
    expect(await again.list()).toEqual(['session']);
    expect(readFileSync(join(dir, 'session.sealed')).includes('Nguy')).toBe(false);
    await again.remove('session');
    expect(await again.load('session')).toEqual({ ok: true, value: null });
  });

  it('of many saves at once the last called stands, whole', async () => {
    const files = await opened(freshFolder());
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => files.save('draft', { n, text: 'x'.repeat(n * 5000) })),
    );
    expect(await files.load('draft')).toMatchObject({ ok: true, value: { n: 19 } });
  });

  it('say so when a byte is damaged, the file is short, swapped, or another key is used', async () => {
    const dir = freshFolder();
    const files = await opened(dir);
    await files.save('a', { secret: 1 });
    await files.save('b', { secret: 2 });
    const path = join(dir, 'a.sealed');
    const bytes = readFileSync(path);
    const damaged = { ok: false, failure: { code: 'sealed-file-damaged' } };
    for (let at = 0; at < bytes.length; at += 1) {
      const hurt = Buffer.from(bytes);
      hurt.writeUInt8(hurt.readUInt8(at) ^ 0x80, at);
      writeFileSync(path, hurt);
      expect(await files.load('a'), `byte ${at}`).toMatchObject(damaged);
      writeFileSync(path, bytes.subarray(0, at));
      expect(await files.load('a'), `cut at ${at}`).toMatchObject(damaged);
    }
    renameSync(join(dir, 'b.sealed'), path);
    expect(await files.load('a')).toMatchObject(damaged);
    await files.save('a', 1);
    expect(await (await opened(dir, 8)).load('a')).toMatchObject(damaged);
  });

  it('clear away what an interrupted save left, and keep the old value', async () => {
    const dir = freshFolder();
    await (await opened(dir)).save('a', 'old');
    writeFileSync(join(dir, 'a.sealed.tmp'), 'half');
    const files = await opened(dir);
    expect(await readdir(dir)).toEqual(['a.sealed']);
    expect(await files.load('a')).toEqual({ ok: true, value: 'old' });
  });

  it('take no name that leads elsewhere', async () => {
    const files = await opened(freshFolder());
    for (const name of ['../a', 'a/b', '', 'A', '.a'])
      await expect(async () => files.save(name, 1)).rejects.toThrow();
  });
});
