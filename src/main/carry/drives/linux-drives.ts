import { basename } from 'node:path';
import { z } from 'zod';
import type { Drive } from './drive.ts';

/** Where desktops mount sticks. */
const MOUNT_FOLDERS = /^\/(media|run\/media)\//;

/** Folders below the usual ones of /proc/self/mounts; spaces and tabs stand in octal there. */
export function parseMounts(mounts: string): readonly Drive[] {
  return mounts.split('\n').flatMap((line) => {
    const field = line.split(' ')[1];
    if (field === undefined) return [];
    const path = field.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    return MOUNT_FOLDERS.test(path) ? [{ path, name: basename(path) }] : [];
  });
}

const Flags = {
  label: z.string().nullish(),
  rm: z.boolean().nullish(),
  hotplug: z.boolean().nullish(),
  mountpoints: z.array(z.string().nullable()).nullish(),
};
const BlockDevices = z.object({
  blockdevices: z.array(z.object({ ...Flags, children: z.array(z.object(Flags)).optional() })),
});

/** Mounted file systems of removable devices, from `lsblk --json --output LABEL,RM,HOTPLUG,MOUNTPOINTS`. */
export function parseBlockDevices(json: string): readonly Drive[] {
  let listed: unknown;
  try {
    listed = JSON.parse(json);
  } catch {
    return []; // an lsblk that says nothing readable: the usual folders are looked at all the same
  }
  const parsed = BlockDevices.safeParse(listed);
  if (!parsed.success) return [];
  return parsed.data.blockdevices
    .flatMap((disk) => [disk, ...(disk.children ?? []).map((part) => ({ ...part, of: disk }))])
    .flatMap((device) => {
      const whole = 'of' in device ? device.of : device;
      const removable = [device, whole].some(({ rm, hotplug }) => rm === true || hotplug === true);
      const paths = (device.mountpoints ?? []).filter((path) => path?.startsWith('/') && path !== '/');
      return removable
        ? paths.map((path) => ({ path: String(path), name: device.label ?? basename(String(path)) }))
        : [];
    });
}

/** Each mounted place once, with the better of its names. */
export function joinDrives(...lists: readonly (readonly Drive[])[]): readonly Drive[] {
  return [...new Map(lists.flat().map((drive) => [drive.path, drive])).values()];
}
