import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { FindDrives } from './drive.ts';
import { joinDrives, parseBlockDevices, parseMounts } from './linux-drives.ts';
import { LIST_REMOVABLE, parseLogicalDisks } from './windows-drives.ts';

const TIMEOUT_MS = 8000;

/** What a program of the system says; nothing when it is not there, fails or hangs. */
const said = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: TIMEOUT_MS, windowsHide: true, encoding: 'utf8' }, (error, stdout) =>
      resolve(error === null ? stdout : ''),
    );
  });

/** Removable drives of this machine. */
export function createFindDrives(platform: NodeJS.Platform): FindDrives {
  if (platform === 'win32')
    return async () =>
      parseLogicalDisks(
        await said('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', LIST_REMOVABLE]),
      );
  if (platform !== 'linux') return async () => [];
  return async () => {
    const [mounts, devices] = await Promise.all([
      readFile('/proc/self/mounts', 'utf8').catch(() => ''),
      said('lsblk', ['--json', '--output', 'LABEL,RM,HOTPLUG,MOUNTPOINTS']),
    ]);
    return joinDrives(parseMounts(mounts), parseBlockDevices(devices));
  };
}
