import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../disk/durable-writes.ts';
import { isUnfinished, unfinishedName } from './carried-names.ts';
import { refuse } from './carry-failure.ts';
import { dropCached } from './drop-cached.ts';

async function hashOf(path: string, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    if (signal.aborted) refuse('carry-cancelled');
    hash.update(part);
    onBytes(part.length);
  }
  return hash.digest('hex');
}

/** Removes what a writing of this desk that was cut off left in the folder. */
export async function removeUnfinished(folder: string, deskId: string): Promise<void> {
  for (const name of await readdir(folder)) if (isUnfinished(name, deskId)) await rm(join(folder, name));
}

/**
 * A file on a stick, whole or not at all: written under a name that nobody reads, flushed, read back and compared,
 * renamed. `write` gives the hash of what it wrote. Throws errno errors and `carry-read-back-differs`; then nothing of
 * the file is left where the stick lets it be removed.
 */
export async function writeWholeOnStick(
  folder: string,
  name: string,
  write: (handle: FileHandle) => Promise<{ readonly byteLength: number; readonly fileSha256: string }>,
  signal: AbortSignal,
  onReadBack: (bytes: number) => void,
): Promise<{ readonly byteLength: number }> {
  const beside = join(folder, unfinishedName(name));
  try {
    const handle = await open(beside, 'w', 0o600);
    let written: Awaited<ReturnType<typeof write>>;
    try {
      written = await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await dropCached(beside);
    if ((await hashOf(beside, signal, onReadBack)) !== written.fileSha256) refuse('carry-read-back-differs');
    await rename(beside, join(folder, name));
    await syncFolder(folder);
    return { byteLength: written.byteLength };
  } catch (thrown) {
    // A stick that was pulled out cannot be tidied; the next export does it.
    await rm(beside, { force: true }).catch(() => undefined);
    throw thrown;
  }
}
