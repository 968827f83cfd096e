import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropCached } from '../../../src/main/carry/drop-cached.ts';

/** What this process has had to fetch from a disk so far. */
const fetchedBytes = (): number =>
  Number(/^read_bytes: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);

it('[CA-25] what is read back after writing comes from the disk and not from memory', async () => {
  // Beside the project: a memory disk, as /tmp may be, has nothing to forget.
  const folder = mkdtempSync(join(import.meta.dirname, 'cache-'));
  try {
    const path = join(folder, 'stick.qmc');
    const handle = await open(path, 'w');
    await handle.write(Buffer.alloc(8_000_000, 7));
    await handle.sync();
    await handle.close();
    const before = fetchedBytes();
    readFileSync(path);
    expect(fetchedBytes() - before, 'from memory').toBeLessThan(1_000_000);
    await dropCached(path);
    readFileSync(path);
    expect(fetchedBytes() - before, 'from the disk').toBeGreaterThanOrEqual(8_000_000);
    await dropCached(join(folder, 'nowhere'));
    await dropCached(path, 'win32');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
