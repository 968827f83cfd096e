import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A system's program to its end; throws with what it said. @returns its output, trimmed */
function run(program: string, ...words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr || error?.message || status}`);
  return stdout.trim();
}

/** In memory when there is a place: a flush then costs nothing, and what was not flushed is missing all the same. */
const imagesFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

export type DiskImage = {
  /**
   * Copies the image as it is this moment, ends the desk by `end`, and goes on from the copy: what had only reached
   * the system's cache is gone. The file system's own journal is replayed by the mount.
   */
  readonly cutAndReturn: (end: () => Promise<void>) => Promise<void>;
  /** Everything that was written reaches the disk. */
  readonly flush: () => void;
  /** Mounts it anew with these options on the same place. */
  readonly remount: (options: string) => void;
  readonly close: () => Promise<void>;
};

/**
 * A small ext4 disk in a file, mounted at `place` by a loop device. The file system writes its own journal only when it
 * is asked to (`commit=300`), so that nothing is safe by chance. Needs root and loop devices; throws without.
 */
export async function openDiskImage(
  place: string,
  disk: { readonly megabytes: number; readonly inodes?: number },
): Promise<DiskImage> {
  const folder = await mkdtemp(join(imagesFolder(), 'chaos-disk-'));
  const image = join(folder, 'disk.img');
  const copy = join(folder, 'after-the-cut.img');
  let device = '';
  const attach = (): void => {
    device = run('losetup', '--find', '--show', image);
    run('mount', '-o', 'commit=300', device, place);
  };
  const detach = async (): Promise<void> => {
    // A process that is just ending may hold the disk a moment longer.
    for (let tries = 1; ; tries += 1) {
      const { status, stderr } = spawnSync('umount', [place], { encoding: 'utf8' });
      if (status === 0) break;
      if (tries === 100) throw new Error(`umount ${place}: ${stderr}`);
      await new Promise((settle) => setTimeout(settle, 100));
    }
    run('losetup', '--detach', device);
  };
  try {
    run('truncate', '--size', `${disk.megabytes}M`, image);
    run('mkfs.ext4', '-q', ...(disk.inodes === undefined ? [] : ['-N', String(disk.inodes)]), image);
    await mkdir(place, { recursive: true });
    attach();
  } catch (thrown) {
    await rm(folder, { recursive: true, force: true });
    throw thrown;
  }
  return {
    cutAndReturn: async (end) => {
      run('cp', '--sparse=always', image, copy);
      await end();
      await detach();
      await rename(copy, image);
      attach();
    },
    flush: () => void run('sync', '--file-system', place),
    remount: (options) => void run('mount', '-o', `remount,${options}`, place),
    close: async () => {
      await detach();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Why no disk image can be mounted here; null when one can. */
export async function whyNoDiskImage(): Promise<string | null> {
  const place = await mkdtemp(join(tmpdir(), 'chaos-mount-'));
  try {
    const disk = await openDiskImage(place, { megabytes: 8 });
    await disk.close();
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
