import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ensureFolder, syncFolder, writeWholeFile } from '../../../src/main/disk/durable-writes.ts';

function freshFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'durable-writes-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  return dir;
}

it('a file is replaced whole, for this user alone, and nothing is left beside it', async () => {
  const dir = freshFolder();
  const path = join(dir, 'session');
  await writeWholeFile(path, 'first');
  await writeWholeFile(path, Buffer.from('second'));
  expect(await readFile(path, 'utf8')).toBe('second');
  expect(await readdir(dir)).toEqual(['session']);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('a write that fails leaves what was there and no file beside it', async () => {
  const dir = freshFolder();
  const path = join(dir, 'taken');
  await mkdir(join(path, 'inside'), { recursive: true });
  await expect(writeWholeFile(path, 'x')).rejects.toMatchObject({ syscall: 'rename' });
  expect(await readdir(dir)).toEqual(['taken']);
});

it('a folder is made with those above it, and made again without a word', async () => {
  const dir = freshFolder();
  const deep = join(dir, 'a', 'b', 'c');
  await ensureFolder(deep);
  await ensureFolder(deep);
  if (process.platform !== 'win32') expect((await stat(deep)).mode & 0o777).toBe(0o700);
  await ensureFolder(join(dir, 'one'));
  expect((await readdir(dir)).sort()).toEqual(['a', 'one']);
});

it.runIf(process.platform === 'linux')(
  'a file system that cannot flush a folder, as of many shares, is no failure; a folder that is gone is one',
  async () => {
    // /proc answers EINVAL, as such shares do.
    await syncFolder('/proc');
    await expect(syncFolder(join(freshFolder(), 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
  },
);
