import { appendFile, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiskImage } from '../power/disk-image.ts';

/** What may become of a disk. `returns`: by itself, when somebody makes room; else only with a restart of the PC. */
export type DiskFault = {
  readonly name: 'no-space' | 'no-inodes' | 'read-only' | 'device-error';
  readonly returns: boolean;
  readonly strike: (disk: DiskImage, place: string) => Promise<void>;
  /** Undoes it where it returns by itself. */
  readonly giveBack: (place: string) => Promise<void>;
};

const ballast = (place: string): string => join(place, 'ballast');

/** True when the write failed for want of room; any other failure is thrown. */
async function wantsRoom(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return false;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC') return true;
    throw thrown;
  }
}

async function fillBlocks(place: string): Promise<void> {
  for (;;) {
    const { bavail, bsize } = await statfs(place);
    const bytes = Math.max(bsize, Math.min(bavail * bsize, 16 * 1024 * 1024));
    if ((await wantsRoom(() => appendFile(ballast(place), Buffer.alloc(bytes)))) && bavail <= 1) return;
  }
}

async function fillInodes(place: string): Promise<void> {
  await mkdir(ballast(place), { recursive: true });
  for (let n = 0; ; n += 1) if (await wantsRoom(() => writeFile(join(ballast(place), String(n)), ''))) return;
}

const clearAway = (place: string): Promise<void> => rm(ballast(place), { recursive: true, force: true });
const needsRestart = (): Promise<void> =>
  Promise.reject(new Error('this disk comes back with a restart only'));

export const DISK_FAULTS: readonly DiskFault[] = [
  { name: 'no-space', returns: true, strike: (_disk, place) => fillBlocks(place), giveBack: clearAway },
  { name: 'no-inodes', returns: true, strike: (_disk, place) => fillInodes(place), giveBack: clearAway },
  {
    name: 'read-only',
    returns: false,
    strike: async (disk) => disk.turnReadOnly(),
    giveBack: needsRestart,
  },
  {
    name: 'device-error',
    returns: false,
    strike: async (disk) => disk.failWrites(),
    giveBack: needsRestart,
  },
];
