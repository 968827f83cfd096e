import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeBytesOf } from '../../disk/free-bytes.ts';
import { removeLeftBehind } from '../../disk/left-behind.ts';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** Twenty colour pages at 300 dpi, uncompressed. */
const ENOUGH_BYTES = 512 * 1024 * 1024;
const PREFIX = 'quay-scan-';

/**
 * A new private folder in which scanimage lays its pages until they are sealed in the page store: in memory where there
 * is room, so that a power cut leaves no citizen's paper readable on the disk. What a killed desk left in either place goes.
 */
export async function makeScanFolder(): Promise<string> {
  const roomy = await freeBytesOf(MEMORY).then(
    (bytes) => bytes >= ENOUGH_BYTES,
    () => false,
  );
  for (const folder of [MEMORY, tmpdir()]) {
    // A place that is not there (no /dev/shm) or cannot be listed must not stop a scan.
    await removeLeftBehind(folder, PREFIX).catch(() => undefined);
  }
  return await mkdtemp(join(roomy ? MEMORY : tmpdir(), `${PREFIX}${process.pid}-`));
}
