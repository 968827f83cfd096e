import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * What file systems of shares and sticks say that cannot flush a folder: they have then done what they can. A local disk
 * flushes folders and says none of these; what it does say (EIO, ENOSPC) is thrown.
 */
const CANNOT_FLUSH = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EPERM', 'EACCES', 'EISDIR']);
const cannotFlush = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && CANNOT_FLUSH.has(String(thrown.code));

/**
 * Makes names in a folder durable, as far as its file system can. Windows cannot open a folder to flush it; NTFS logs
 * renames itself. Throws errno errors.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (!cannotFlush(thrown)) throw thrown;
  }
}

/** Makes a folder and those above it where they are missing, for this user alone, with durable names. Throws errno errors. */
export async function ensureFolder(folder: string): Promise<void> {
  const topmostMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (topmostMade === undefined) return;
  const upTo = dirname(topmostMade);
  for (let above = dirname(folder); above.length > upTo.length; above = dirname(above))
    await syncFolder(above);
  await syncFolder(upTo);
}

/** Whole file or nothing, also after a power cut: write beside, flush, rename, flush the folder. Throws errno errors. */
export async function writeWholeFile(
  path: string,
  bytes: Uint8Array | string | AsyncIterable<Uint8Array>,
): Promise<void> {
  const beside = `${path}.tmp`;
  try {
    const handle = await open(beside, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (thrown) {
    await rm(beside, { force: true });
    throw thrown;
  }
  await syncFolder(dirname(path));
}
