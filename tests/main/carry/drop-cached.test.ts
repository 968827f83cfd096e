import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropCached } from '../../../src/main/carry/drop-cached.ts';

const cachedBytes = (path: string): number =>
  Number(
    spawnSync('fincore', ['--bytes', '--noheadings', '--output', 'RES', path], { encoding: 'utf8' }).stdout,
  );

it('[CA-25] what is read back after writing comes from the disk and not from memory', async () => {
  // Beside the project: a memory disk, as /tmp may be, has nothing to forget.
  const folder = mkdtempSync(join(import.meta.dirname, 'cache-'));
  try {
    const path = join(folder, 'stick.qmc');
    const handle = await open(path, 'w');
    await handle.write(Buffer.alloc(8_000_000, 7));
    await handle.sync();
    await handle.close();
    expect(cachedBytes(path)).toBeGreaterThan(0);
    await dropCached(path);
    expect(cachedBytes(path)).toBe(0);
    await dropCached(join(folder, 'nowhere'));
    await dropCached(path, 'win32');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
