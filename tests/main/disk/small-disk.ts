import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs a script with a real file system of `kibibytes` of its own as its first argument, and gives the JSON that it
 * prints. The disk is a tmpfs in a mount namespace of that one process: no trace outside, no root needed.
 */
export async function runOnSmallDisk(script: string, kibibytes: number): Promise<unknown> {
  const dir = await mkdtemp(join(tmpdir(), 'small-disk-'));
  const namespace = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount'];
  const shell = 'mount -t tmpfs -o "size=$1k" none "$2" && exec "$3" "$4" "$2"';
  try {
    const args = [...namespace, 'sh', '-c', shell, 'sh', String(kibibytes), dir, process.execPath, script];
    const { stdout } = await run('unshare', args);
    return JSON.parse(stdout);
  } finally {
    await rm(dir, { recursive: true });
  }
}
