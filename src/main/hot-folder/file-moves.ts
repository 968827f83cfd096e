import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { syncFolder } from '../disk/durable-writes.ts';

/** Names that officers see in the folder; they say what became of a file. */
export const PLACES = { claimed: 'Đang nhận', received: 'Đã nhận', refused: 'Không nhận được' } as const;

const errnoOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;

/**
 * Reserves a name that nobody has, `don (2).pdf` when `don.pdf` is taken (HF-7): an empty file that the move replaces.
 * Two desks that want one name get two. Throws errno errors.
 */
async function reserve(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${stem} (${n})${ext}`);
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (thrown) {
      if (errnoOf(thrown) !== 'EEXIST') throw thrown;
    }
  }
}

/**
 * The folder below the watched one, made where it is missing, for whoever works with it. Never the watched one itself:
 * where a stick was pulled, its place on the local disk must not fill up instead. Throws errno errors.
 */
async function folderBelow(folder: string, names: readonly string[]): Promise<string> {
  let path = folder;
  for (const name of names) {
    path = join(path, name);
    await mkdir(path).catch((thrown: unknown) => {
      if (errnoOf(thrown) !== 'EEXIST') throw thrown;
    });
  }
  return path;
}

/** Moves a file to a place below the watched folder, under a name of its own; durable. Gives the new path. Throws errno errors. */
export async function moveTo(
  from: string,
  watched: string,
  below: readonly string[],
  name: string,
): Promise<string> {
  const folder = await folderBelow(watched, below);
  const to = await reserve(folder, name);
  try {
    await rename(from, to);
  } catch (thrown) {
    await rm(to, { force: true });
    throw thrown;
  }
  await syncFolder(folder);
  await syncFolder(dirname(from));
  return to;
}

/**
 * Takes a file for one desk: a single rename, so that of two desks one wins (HF-3). null when it is gone, because the
 * other was quicker or somebody moved it. Throws other errno errors.
 */
export async function claim(
  folder: string,
  desk: string,
  claimId: string,
  name: string,
): Promise<string | null> {
  const place = await folderBelow(folder, [PLACES.claimed, desk, claimId]);
  const claimed = join(place, name);
  try {
    await rename(join(folder, name), claimed);
  } catch (thrown) {
    await rmdir(place);
    if (errnoOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
  await syncFolder(place);
  await syncFolder(folder);
  return claimed;
}

/** Removes the folders of a claim as far as they are empty. */
export async function removeClaimFolders(claimed: string): Promise<void> {
  for (let folder = dirname(claimed), n = 0; n < 3; folder = dirname(folder), n++) {
    try {
      await rmdir(folder);
    } catch {
      // not empty: another claim of this desk, or another desk
      return;
    }
  }
}

/** What this desk claimed and has not settled, from before: at most one file a claim. Empty when there is nothing. */
export async function findClaims(
  folder: string,
  desk: string,
): Promise<readonly { readonly claimId: string; readonly path: string; readonly name: string }[]> {
  const place = join(folder, PLACES.claimed, desk);
  const claims = await readdir(place).catch(() => []);
  const found = await Promise.all(
    claims.map(async (claimId) => {
      const names = await readdir(join(place, claimId)).catch(() => []);
      return names.map((name) => ({ claimId, name, path: join(place, claimId, name) }));
    }),
  );
  return found.flat();
}
