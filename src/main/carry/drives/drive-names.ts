import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { CarryDrive } from '../../../shared/contracts/bridge/carry.ts';
import { freeBytesOf } from '../../disk/free-bytes.ts';
import type { Drive } from './drive.ts';

/** The window gets names, main keeps paths. */
const driveIdOf = ({ path }: Drive): string => createHash('sha256').update(path).digest('hex').slice(0, 16);

export const findByDriveId = (drives: readonly Drive[], driveId: string): Drive | undefined =>
  drives.find((drive) => driveIdOf(drive) === driveId);

/** As the window may know it; null when it was pulled out between the list and the question. */
export async function nameDrive(drive: Drive): Promise<CarryDrive | null> {
  try {
    if (!(await stat(drive.path)).isDirectory()) return null;
    return { driveId: driveIdOf(drive), name: drive.name, freeBytes: await freeBytesOf(drive.path) };
  } catch {
    return null; // nobody can choose it any more
  }
}
