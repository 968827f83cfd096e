import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** 999 legal texts beside the project; official texts carry no copyright in Viet Nam, but the corpus is not committed. */
export const CORPUS = resolve(import.meta.dirname, '../../../shared/data/legal-corpus-999.tar.xz');

export type CorpusText = { readonly name: string; readonly text: string };

/**
 * The texts of the corpus, sorted by name, NFC. Needs `tar` and `xz` (Debian: tar, xz-utils).
 * Throws, with what to do, when the archive is absent or cannot be unpacked.
 */
export async function readCorpus(archive: string = CORPUS): Promise<readonly CorpusText[]> {
  if (!existsSync(archive)) {
    throw new Error(`${archive} is not here: the corpus of legal texts lies beside the project, not in it.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'tone-model-'));
  try {
    const ran = spawnSync('tar', ['-xJf', archive, '-C', folder], { encoding: 'utf8' });
    if (ran.status !== 0)
      throw new Error(`tar cannot unpack ${archive}: ${ran.stderr || ran.error?.message}`);
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.txt')).sort();
    return await Promise.all(
      files.map(async (name) => ({
        name,
        text: (await readFile(join(folder, name), 'utf8')).normalize('NFC'),
      })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
