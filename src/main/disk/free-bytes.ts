import { statfs } from 'node:fs/promises';

/** What this user may still write on the disk of `folder`, in bytes. Throws errno errors. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
