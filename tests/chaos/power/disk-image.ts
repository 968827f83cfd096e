import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const ask = (program: string, ...words: readonly string[]) => spawnSync(program, words, { encoding: 'utf8' });

/** A system's program to its end; throws with what it said. @returns its output, trimmed */
function run(program: string, ...words: readonly string[]): string {
  const { status, stdout, stderr, error } = ask(program, ...words);
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr || error?.message || status}`);
  return stdout.trim();
}

/** A process that is just ending may hold the disk a moment longer. */
async function unmount(place: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { status, stderr } = ask('umount', place);
    if (status === 0) return;
    if (tries === 100) throw new Error(`umount ${place}: ${stderr}`);
    await new Promise((settle) => setTimeout(settle, 100));
  }
}

export type DiskImage = {
  /**
   * Copies the image as it is this moment, ends the desk by `end`, and goes on from the copy: what had only reached
   * the system's cache is gone. The file system's own journal is replayed by the mount.
   */
  readonly cutAndReturn: (end: () => Promise<void>) => Promise<void>;
  /** Everything that was written reaches the disk. */
  readonly flush: () => void;
  /** From now on the file system takes nothing, as after an error of its own: everything fails with EROFS. */
  readonly turnReadOnly: () => void;
  /** From now on the device under the file system takes no new block and keeps those that it has: writes and flushes fail. */
  readonly failWrites: () => void;
  /** Ends the desk by `end`, lets the device write again, repairs the file system and mounts it, as the next start of the PC does. */
  readonly mendAndReturn: (end: () => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Room for the image and its copy; the memory is only taken by what is written. */
const ROOM_TIMES = 3;

/**
 * A small ext4 disk in a file in memory (a flush costs nothing there, and what was not flushed is missing all the same), mounted at `place` by a loop device. The file system writes its own journal only when it
 * is asked to (`commit=300`), so that nothing is safe by chance. Needs root and loop devices; throws without.
 */
export async function openDiskImage(
  place: string,
  disk: { readonly megabytes: number; readonly inodes?: number },
): Promise<DiskImage> {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-disk-'));
  const image = join(folder, 'disk.img');
  const copy = join(folder, 'after-the-cut.img');
  const ballast = join(folder, 'ballast');
  let device = '';
  const attach = (): void => {
    device = run('losetup', '--find', '--show', image);
    run('mount', '-o', 'commit=300,errors=remount-ro', device, place);
  };
  const detach = async (): Promise<void> => {
    await unmount(place);
    run('losetup', '--detach', device);
  };
  run('mount', '-t', 'tmpfs', '-o', `size=${disk.megabytes * ROOM_TIMES}m`, 'tmpfs', folder);
  const letGo = async (): Promise<void> => {
    await unmount(folder);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    run('truncate', '--size', `${disk.megabytes}M`, image);
    run('mkfs.ext4', '-q', ...(disk.inodes === undefined ? [] : ['-N', String(disk.inodes)]), image);
    await mkdir(place, { recursive: true });
    attach();
  } catch (thrown) {
    await letGo();
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
    turnReadOnly: () => writeFileSync(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, '1'),
    failWrites: () => {
      // What was confirmed before lies at its place then, not only in the file system's journal: a kernel that fails to
      // copy it from there forgets it (seen: a page's folder gone, its file whole in lost+found). No program can help that.
      run('sync', '--file-system', place);
      const { status } = ask('dd', 'if=/dev/zero', `of=${ballast}`, 'bs=1M');
      if (status === 0) throw new Error('the memory under the disk has no end');
    },
    mendAndReturn: async (end) => {
      await end();
      await unmount(place);
      await rm(ballast, { force: true });
      // Code 1: it found something and repaired it.
      const { status, stdout } = ask('e2fsck', '-f', '-y', device);
      if (status !== 0 && status !== 1) throw new Error(`e2fsck: ${stdout}`);
      run('losetup', '--detach', device);
      attach();
    },
    close: async () => {
      await detach();
      await letGo();
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
