import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { type DiskFailure, diskFailure } from '../disk/disk-failure.ts';
import { ensureFolder, syncFolder, writeWholeFile } from '../disk/durable-writes.ts';
import { isLaterFormat, magicOf } from '../disk/file-format.ts';

export type LoadFailure = Failure<'sealed-file-damaged'> | DiskFailure;

/** Named JSON values, each in a file of its own, sealed; a save is whole or did not happen. */
export type SealedFiles = {
  /** The value as it was saved, null when there is none. `sealed-file-damaged` when the seal does not hold. */
  readonly load: (name: string) => Promise<Result<unknown, LoadFailure>>;
  /** Saves of one name follow each other in the order of the calls; the last one stands. */
  readonly save: (name: string, value: unknown) => Promise<Result<null, DiskFailure>>;
  readonly remove: (name: string) => Promise<Result<null, DiskFailure>>;
  /** Grows whenever the value was saved or removed here: as long as it stands still, it need not be loaded again. */
  readonly changes: (name: string) => number;
  /** Names saved, in order. */
  readonly list: () => Promise<readonly string[]>;
};

/** Raised with every change of a sealed file that an older program would take for damage and write over. */
const FORMAT = 1;
const KIND = 'QMCVAL';
const MAGIC = magicOf(KIND, FORMAT);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NAME = /^[a-z0-9][a-z0-9-]{0,80}$/;
const SUFFIX = '.sealed';

/** The name is bound into the seal: one value cannot be put in the place of another. */
function seal(key: Uint8Array, name: string, value: unknown): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(
    Buffer.from(`quay-mot-cua/value/1\n${name}`),
  );
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([MAGIC, nonce, sealed, cipher.getAuthTag()]);
}

function unseal(key: Uint8Array, name: string, bytes: Buffer): { readonly value: unknown } | null {
  const start = MAGIC.length + NONCE_BYTES;
  if (bytes.length < start + TAG_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(MAGIC.length, start))
    .setAAD(Buffer.from(`quay-mot-cua/value/1\n${name}`))
    .setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  const opened = decipher.update(bytes.subarray(start, bytes.length - TAG_BYTES));
  try {
    return { value: JSON.parse(Buffer.concat([opened, decipher.final()]).toString('utf8')) };
  } catch {
    // The seal does not hold: Node says so by throwing.
    return null;
  }
}

async function isNewer(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const magic = Buffer.alloc(MAGIC.length);
    await handle.read(magic, 0, MAGIC.length, 0);
    return isLaterFormat(magic, KIND, FORMAT);
  } finally {
    await handle.close();
  }
}

/**
 * Opens the folder (made when it is not there) and removes what an interrupted save left. `key`: 32 bytes.
 * `profile-newer`: a newer program sealed one of them, which this one would take for damaged and write over.
 * For reference data, the session, copies of drafts: what may be asked for again or is kept elsewhere too.
 */
export async function openSealedFiles(options: {
  readonly dir: string;
  readonly key: Uint8Array;
}): Promise<Result<SealedFiles, DiskFailure | Failure<'profile-newer'>>> {
  const { dir, key } = options;
  const lastOf = new Map<string, Promise<unknown>>();
  const changesOf = new Map<string, number>();
  const changes = (name: string): number => changesOf.get(name) ?? 0;

  function pathOf(name: string): string {
    if (!NAME.test(name)) throw new Error(`not a name for a sealed file: ${name}`);
    return join(dir, name + SUFFIX);
  }

  /** Changes of one name run one after another. */
  function inTurn<T>(name: string, change: (path: string) => Promise<Result<T, DiskFailure>>) {
    const path = pathOf(name);
    const run = (lastOf.get(name) ?? Promise.resolve()).then(() => change(path).catch(diskFailure));
    // Behind the write, whatever became of it: who looked before it ended looks again.
    const counted = run.finally(() => changesOf.set(name, changes(name) + 1));
    const over = counted.then(
      () => undefined,
      () => undefined,
    );
    lastOf.set(name, over);
    return counted;
  }

  try {
    await ensureFolder(dir);
    const there = await readdir(dir);
    for (const file of there)
      if (file.endsWith(SUFFIX) && (await isNewer(join(dir, file))))
        return fail('profile-newer', 'call-support', { what: file.slice(0, -SUFFIX.length) });
    for (const left of there) if (left.endsWith('.tmp')) await rm(join(dir, left));
  } catch (thrown) {
    return diskFailure(thrown);
  }

  return ok({
    load: async (name) => {
      try {
        const found = unseal(key, name, await readFile(pathOf(name)));
        return found === null ? fail('sealed-file-damaged', 'call-support', { name }) : ok(found.value);
      } catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return ok(null);
        return diskFailure(thrown);
      }
    },
    save: (name, value) =>
      inTurn(name, async (path) => {
        await writeWholeFile(path, seal(key, name, value));
        return ok(null);
      }),
    remove: (name) =>
      inTurn(name, async (path) => {
        await rm(path, { force: true });
        await syncFolder(dir);
        return ok(null);
      }),
    changes,
    list: async () =>
      (await readdir(dir))
        .flatMap((file) => (file.endsWith(SUFFIX) ? [file.slice(0, -SUFFIX.length)] : []))
        .sort(),
  });
}
