import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { DeskRoom } from '../../shared/contracts/bridge/desk-room.ts';
import { freeBytesOf } from '../disk/free-bytes.ts';

/** What is left on the disk of `folder`. Failure: `disk-error`, when the system cannot say. */
export async function findRoom(folder: string): Promise<Result<DeskRoom, Failure>> {
  try {
    return ok({ freeBytes: await freeBytesOf(folder) });
  } catch {
    // A disk that is gone or does not answer; whatever is to be written next says more.
    return fail('disk-error', 'call-support');
  }
}
