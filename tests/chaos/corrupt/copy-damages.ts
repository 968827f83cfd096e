import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../support/files-below.ts';

/** Every file of Chromium's IndexedDB of a profile, by its place. */
function databaseFiles(profile: string, ending: RegExp): readonly string[] {
  return filesBelow(profile)
    .filter((name) => /IndexedDB\/.*leveldb\//.test(name) && ending.test(name))
    .map((name) => join(profile, name));
}

async function biggest(paths: readonly string[]): Promise<string> {
  const sized = await Promise.all(paths.map(async (path) => ({ path, size: (await stat(path)).size })));
  const [first] = sized.sort((a, b) => b.size - a.size);
  if (first === undefined) throw new Error('the profile has no such file of IndexedDB');
  return first.path;
}

/** What happens to the window's working copy while the desk lies still. */
export const COPY_DAMAGES = {
  'copy-log-flipped': async (profile: string) => {
    const path = await biggest(databaseFiles(profile, /\.log$/));
    const bytes = await readFile(path);
    const at = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x40, at);
    await writeFile(path, bytes);
  },
  'copy-manifest-zeroed': async (profile: string) => {
    const path = await biggest(databaseFiles(profile, /MANIFEST-\d+$/));
    await writeFile(path, Buffer.alloc((await stat(path)).size));
  },
  'copy-table-missing': async (profile: string) => {
    // A small copy may lie in its log alone; then that is what goes.
    const tables = databaseFiles(profile, /\.ldb$/);
    await rm(await biggest(tables.length > 0 ? tables : databaseFiles(profile, /\.log$/)));
  },
  'copy-deleted': async (profile: string) => {
    const path = await biggest(databaseFiles(profile, /MANIFEST-\d+$/));
    await rm(dirname(path), { recursive: true });
  },
} as const;
