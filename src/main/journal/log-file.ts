import { fstatSync, readSync, writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { writeAll } from '../disk/write-all.ts';

/** How a log touches its files between two flushes. */
export type LogFile = {
  readonly writeAll: (handle: FileHandle, bytes: Uint8Array, position: number) => Promise<void>;
  /** How long the file is, and the bytes at `position` (zeros where there are none). */
  readonly look: (
    handle: FileHandle,
    position: number,
    length: number,
  ) => Promise<{ readonly size: number; readonly bytes: Buffer }>;
};

/**
 * Into the system's cache, without a thread's round trip: that is some 20 µs for a commit, a round trip on a busy desk
 * PC a millisecond. Only the flush waits for the disk, and it waits in a thread.
 */
export const ownDisk: LogFile = {
  writeAll: async (handle, bytes, position) => {
    // A nearly full disk takes a part first and fails only at the next write.
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(handle.fd, bytes, done, bytes.length - done, position + done);
    }
  },
  look: async (handle, position, length) => {
    const bytes = Buffer.alloc(length);
    readSync(handle.fd, bytes, 0, length, position);
    return { size: fstatSync(handle.fd).size, bytes };
  },
};

/** For a share or a stick: one that hangs holds up a thread of its own and never the desk. */
export const farDisk: LogFile = {
  writeAll,
  look: async (handle, position, length) => {
    const bytes = Buffer.alloc(length);
    await handle.read(bytes, 0, length, position);
    return { size: (await handle.stat()).size, bytes };
  },
};
