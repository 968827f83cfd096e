import type { FileHandle } from 'node:fs/promises';

/** All of the bytes at `position`: a nearly full disk takes a part first and fails only at the next write. Throws errno errors. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}
