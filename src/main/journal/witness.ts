import type { CipherKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWholeFile } from '../disk/durable-writes.ts';
import { FRAME_BYTES, frameAt, openSealed, sealRecord } from './sealed-record.ts';

/**
 * A sealed note beside the segments of how much there was: a log that lost its last segment, or was put back from an
 * old copy, is shorter than its witness says. Written at open, rotation, close and now and then, so it may lag behind.
 */
export const Witness = z.object({
  records: z.int().min(0),
  /** Segments whose damage is known and was worked around; only logs that can be filled again have any. */
  setAside: z.array(z.int()).readonly(),
});
export type Witness = Readonly<z.infer<typeof Witness>>;

const witnessPath = (dir: string): string => join(dir, 'witness');
const address = (stream: string) => ({ stream: `${stream}/witness`, segment: 0, index: 0 });

export const saveWitness = (dir: string, key: CipherKey, stream: string, witness: Witness): Promise<void> =>
  writeWholeFile(witnessPath(dir), sealRecord(key, address(stream), Buffer.from(JSON.stringify(witness))));

/** `missing` when there is no file, `damaged` when its bytes are not whole, `foreign` when another key sealed it. */
export async function loadWitness(
  dir: string,
  key: CipherKey,
  stream: string,
): Promise<
  { readonly kind: 'found'; readonly witness: Witness } | { readonly kind: 'missing' | 'damaged' | 'foreign' }
> {
  const bytes = await readFile(witnessPath(dir)).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return null;
    throw thrown;
  });
  if (bytes === null) return { kind: 'missing' };
  const frame = frameAt(bytes, 0);
  if (frame.kind !== 'whole' || bytes.length < FRAME_BYTES) return { kind: 'damaged' };
  const opened = openSealed(key, address(stream), frame.sealed);
  if (opened === null) return { kind: 'foreign' };
  return { kind: 'found', witness: Witness.parse(JSON.parse(opened.toString('utf8'))) };
}
