import { statfs } from 'node:fs/promises';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { DeskRoom } from '../../shared/contracts/bridge/desk-room.ts';

/** What is left on the disk of `folder`. Failure: `disk-error`, when the system cannot say. */
export async function findRoom(folder: string): Promise<Result<DeskRoom, Failure>> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return ok({ freeBytes: bavail * bsize });
  } catch {
    // A disk that is gone or does not answer; whatever is to be written next says more.
    return fail('disk-error', 'call-support');
  }
}
