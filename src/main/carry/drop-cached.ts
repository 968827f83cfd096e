import { execFile } from 'node:child_process';

const TIMEOUT_MS = 10_000;

/**
 * Asks Linux to forget what it has in memory of a flushed file, so that reading it comes from the stick: a stick that
 * claims to be larger than it is gives back something else. Node has no `posix_fadvise`; coreutils' `dd` documents this
 * very use. Where it is not there, what is read back may come from memory.
 */
export function dropCached(path: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  if (platform !== 'linux') return Promise.resolve();
  return new Promise((resolve) => {
    execFile('dd', [`if=${path}`, 'iflag=nocache', 'count=0', 'status=none'], { timeout: TIMEOUT_MS }, () =>
      resolve(),
    );
  });
}
