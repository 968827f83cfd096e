import { mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** Twenty colour pages at 300 dpi, uncompressed. */
const ENOUGH_BYTES = 512 * 1024 * 1024;

/**
 * A new private folder in which scanimage lays its pages until they are sealed in the page store: in memory where there
 * is room, so that a power cut leaves no citizen's paper readable on the disk.
 */
export async function makeScanFolder(): Promise<string> {
  const roomy = await statfs(MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize >= ENOUGH_BYTES,
    () => false,
  );
  return await mkdtemp(join(roomy ? MEMORY : tmpdir(), 'quay-scan-'));
}
