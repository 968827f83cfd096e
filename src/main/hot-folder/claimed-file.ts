import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/base/result.ts';

/** A desk holds one file in memory at a time; what is larger is refused before it is read. */
export type FileLimit = { readonly bytes: number };

const BUSY = new Set(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']);
const MEGABYTE = 1024 * 1024;

/**
 * The bytes of a claimed file. Opened for writing too: where the scanner's program still holds it, Windows then says so.
 * Failures: `hot-folder-file-busy` (locked, or not ours to read), `hot-folder-missing` (the folder went while reading),
 * `file-too-large`.
 */
export async function readClaimed(path: string, name: string, limit: FileLimit) {
  try {
    const file = await open(path, 'r+');
    try {
      const { size } = await file.stat();
      if (size > limit.bytes) {
        const megabytes = { megabytes: Math.ceil(size / MEGABYTE), limitMegabytes: limit.bytes / MEGABYTE };
        return fail('file-too-large', 'officer-decides', { name, ...megabytes });
      }
      return ok(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (thrown) {
    return unreadable(thrown, name);
  }
}

/** An errno of the folder or of a file in it as a failure; anything else is thrown on. */
export function unreadable(thrown: unknown, name: string): Extract<Result<never>, { readonly ok: false }> {
  if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
  const errno = String(thrown.code);
  if (BUSY.has(errno)) return fail('hot-folder-file-busy', 'retry-later', { name });
  if (errno === 'ENOSPC' || errno === 'EDQUOT' || errno === 'EROFS')
    return fail('hot-folder-not-writable', 'officer-decides', { errno });
  return fail('hot-folder-missing', 'retry-later', { errno });
}
