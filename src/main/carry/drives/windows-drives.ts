import { z } from 'zod';
import type { Drive } from './drive.ts';

/** DriveType 2: removable. */
export const LIST_REMOVABLE =
  "Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=2' | Select-Object DeviceID,VolumeName | ConvertTo-Json -Compress";

const Disk = z.object({ DeviceID: z.string().regex(/^[A-Z]:$/), VolumeName: z.string().nullish() });

/** One disk comes as an object, several as an array, none as nothing. */
export function parseLogicalDisks(json: string): readonly Drive[] {
  if (json.trim() === '') return [];
  let listed: unknown;
  try {
    listed = JSON.parse(json);
  } catch {
    return []; // PowerShell said something else: the officer can still choose a folder
  }
  const disks = z.array(Disk).safeParse(Array.isArray(listed) ? listed : [listed]);
  if (!disks.success) return [];
  return disks.data.map(({ DeviceID, VolumeName }) => ({
    path: `${DeviceID}\\`,
    name: VolumeName ? `${VolumeName} (${DeviceID})` : DeviceID,
  }));
}
