import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PinnedAsset } from './pinned-assets.ts';

/** Bytes of an asset. Throws when the file is missing or is not the pinned one: a build must stop there. */
export async function readPinnedAsset(projectRoot: string, asset: PinnedAsset): Promise<Buffer> {
  const path = join(projectRoot, asset.from);
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== asset.sha256) {
    throw new Error(`${path} is not the pinned file: expected SHA-256 ${asset.sha256}, found ${sha256}`);
  }
  return bytes;
}
