import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Instant } from '../../shared/base/dates.ts';
import type { FoundBackup } from '../../shared/contracts/bridge/backup.ts';
import { writeWholeFile } from '../disk/durable-writes.ts';
import type { Standing } from './ports.ts';

/** Each desk has a folder of its own in the chosen one; several desks of a branch may share it. */
export const backupFolderOf = (chosen: string, deskId: string): string =>
  join(chosen, `quay-mot-cua-${deskId.replaceAll(/[^A-Za-z0-9-]/g, '_')}`);

/**
 * Says whose copy this is and how its key is wrapped. `owner` is the PC that writes here: a restored desk takes the copy
 * over, and the old PC, should it come back, sees that it is not the desk any more.
 */
const Description = z.object({
  version: z.literal(1),
  owner: z.uuid(),
  desk: z.object({ deskId: z.string().min(1), name: z.string(), branchName: z.string() }),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  key: z.object({
    kind: z.literal('passphrase'),
    salt: z.base64(),
    cost: z
      .int()
      .min(2 ** 15)
      .max(2 ** 20),
    nonce: z.base64(),
    sealed: z.base64(),
  }),
});
export type Description = Readonly<z.infer<typeof Description>>;

const StandingFile = z.object({
  seq: z.int().min(0),
  at: Instant,
  dossiers: z.int().min(0),
  lastDossier: z.object({ code: z.string(), receivedAt: Instant }).nullable(),
  unsentDossiers: z.int().min(0),
});

const DESCRIPTION = 'ban-luu.json';
const STANDING = 'hien-trang.json';

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (thrown) {
    // Not there, not readable now, or no JSON: all of them mean that nothing is known.
    if (thrown instanceof SyntaxError || (thrown instanceof Error && 'code' in thrown)) return null;
    throw thrown;
  }
}

/** null when there is none that can be read now. */
export async function readDescription(dir: string): Promise<Description | null> {
  const parsed = Description.safeParse(await readJson(join(dir, DESCRIPTION)));
  return parsed.success ? parsed.data : null;
}

/** Throws errno errors. */
export const writeDescription = (dir: string, description: Description): Promise<void> =>
  writeWholeFile(join(dir, DESCRIPTION), JSON.stringify(description));

export async function readStanding(dir: string): Promise<Standing | null> {
  const parsed = StandingFile.safeParse(await readJson(join(dir, STANDING)));
  return parsed.success ? parsed.data : null;
}

/** Throws errno errors. */
export const writeStanding = (dir: string, standing: Standing): Promise<void> =>
  writeWholeFile(join(dir, STANDING), JSON.stringify(standing));

/** Copies that lie in a folder that somebody chose: it may be the shared one, or one desk's own. */
export async function findBackups(chosen: string): Promise<readonly FoundBackup[]> {
  const inside = await readdir(chosen, { withFileTypes: true }).catch(() => []);
  const folders = [
    chosen,
    ...inside.filter((each) => each.isDirectory()).map(({ name }) => join(chosen, name)),
  ];
  const found: FoundBackup[] = [];
  for (const folder of folders) {
    const description = await readDescription(folder);
    if (description === null) continue;
    const standing = await readStanding(folder);
    const { deskId, name: deskName, branchName } = description.desk;
    found.push({
      folder,
      deskId,
      deskName,
      branchName,
      seq: standing?.seq ?? 0,
      copiedAt: standing?.at ?? null,
      dossiers: standing?.dossiers ?? 0,
      lastDossier: standing?.lastDossier ?? null,
      unsentDossiers: standing?.unsentDossiers ?? 0,
    });
  }
  return found;
}
