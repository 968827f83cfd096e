import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ensureFolder, syncFolder, writeWholeFile } from '../disk/durable-writes.ts';

const base64 = z.base64();

/** How the master key lies on the disk: wrapped by the keyring of the system, or by a passphrase. */
export const WrappedKey = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keyring'), sealed: base64 }),
  z.object({
    kind: z.literal('passphrase'),
    salt: base64,
    /** scrypt's N. */
    cost: z.int().min(2 ** 15),
    nonce: base64,
    /** Ciphertext and tag. */
    sealed: base64,
  }),
]);
export type WrappedKey = Readonly<z.infer<typeof WrappedKey>>;

/**
 * `fingerprint`: a value derived from the key, so that a keyring which gives back something else is noticed.
 * `sum`: SHA-256 of the rest, so that a damaged file is told from a wrong passphrase.
 */
const KeyFile = z.object({
  version: z.literal(1),
  wrapped: WrappedKey,
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  sum: z.string(),
});
/** A newer program's; what else it holds is not known here. */
const LaterKeyFile = z.object({ version: z.int().min(2) });
export type KeyFile = Readonly<Pick<z.infer<typeof KeyFile>, 'wrapped' | 'fingerprint'>>;

export const keyFilePath = (dir: string): string => join(dir, 'master.sealed');

const sumOf = ({ wrapped, fingerprint }: KeyFile): string =>
  createHash('sha256')
    .update(JSON.stringify([WrappedKey.parse(wrapped), fingerprint]))
    .digest('hex');

function parseKeyFile(text: string): KeyFile | 'newer' | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  // Its sum is made another way by then: a flipped version is told from damage by nothing, and neither is written over.
  if (LaterKeyFile.safeParse(json).success) return 'newer';
  const parsed = KeyFile.safeParse(json);
  return parsed.success && parsed.data.sum === sumOf(parsed.data) ? parsed.data : null;
}

/** Throws errno errors other than "not there". */
export async function loadKeyFile(
  dir: string,
): Promise<
  { readonly kind: 'found'; readonly file: KeyFile } | { readonly kind: 'missing' | 'damaged' | 'newer' }
> {
  const text = await readFile(keyFilePath(dir), 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return null;
    throw thrown;
  });
  if (text === null) return { kind: 'missing' };
  const file = parseKeyFile(text);
  if (file === 'newer') return { kind: 'newer' };
  return file === null ? { kind: 'damaged' } : { kind: 'found', file };
}

/** Durable before anything is sealed with the key: a key that is lost in a power cut loses everything. */
export async function saveKeyFile(dir: string, file: KeyFile): Promise<void> {
  await ensureFolder(dir);
  // The folder may be there already, made by someone who did not flush its name.
  await syncFolder(dirname(dir));
  await writeWholeFile(keyFilePath(dir), JSON.stringify({ version: 1, ...file, sum: sumOf(file) }));
}
