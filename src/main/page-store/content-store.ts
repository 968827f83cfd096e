import { createHash, randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { Sha256 } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { type DiskFailure, diskFailure } from '../disk/disk-failure.ts';
import { ensureFolder, syncFolder } from '../disk/durable-writes.ts';
import { exists } from '../disk/exists.ts';
import { freeBytesOf } from '../disk/free-bytes.ts';
import { DAMAGED, type Description, openStoredFile, writeStoredFile } from './stored-file.ts';

/** Folder of what is being written; emptied when a store is opened. */
export const UNFINISHED = 'unfinished';

export type ReadFailure = Failure<'page-missing'> | Failure<'page-damaged'> | DiskFailure;

export type Stored<Meta> = Meta & { readonly sha256: Sha256; readonly byteLength: number };

/** Content-addressed sealed files: written once, whole, durable; named by the SHA-256 of what is in them. */
export type ContentStore<Meta> = {
  /**
   * Durable when it resolves ok. The same content twice is one file and keeps its first description; a damaged file is
   * replaced by the healthy content. `content-empty` for nothing, `disk-full` leaves nothing behind; what the source
   * stream throws is thrown on.
   */
  readonly put: (
    content: Uint8Array | AsyncIterable<Uint8Array>,
    meta: Meta,
  ) => Promise<Result<Stored<Meta>, DiskFailure | Failure<'content-empty'>>>;
  /**
   * A stream of the content. Each 64 KiB are checked before they are given out: on damage the stream ends with an error
   * whose `code` is `page-damaged`, never with wrong bytes. The stream must be read or destroyed.
   */
  readonly openRead: (
    sha256: Sha256,
  ) => Promise<Result<{ readonly meta: Stored<Meta>; readonly stream: Readable }, ReadFailure>>;
  readonly readAll: (
    sha256: Sha256,
  ) => Promise<Result<{ readonly meta: Stored<Meta>; readonly bytes: Buffer }, ReadFailure>>;
  /** Is there a file of that name? Says nothing about its health. */
  readonly has: (sha256: Sha256) => Promise<boolean>;
  /** Reads all of it and hashes it again. */
  readonly verify: (sha256: Sha256) => Promise<Result<Stored<Meta>, ReadFailure>>;
  /** Free bytes on the disk of the store. */
  readonly freeBytes: () => Promise<number>;
};

const damaged = (sha256: Sha256) => fail('page-damaged', 'call-support', { sha256 });

/**
 * Opens a store in `dir` (made when it is not there) and removes what interrupted writes left. `key`: 32 bytes, derived
 * for this store alone. `meta`: schema of the description kept with each content, at most some 800 bytes of JSON.
 */
export async function openContentStore<Meta extends object>(options: {
  readonly dir: string;
  readonly key: Uint8Array;
  readonly meta: z.ZodType<Meta>;
}): Promise<Result<ContentStore<Meta>, DiskFailure>> {
  const { dir, key } = options;
  const unfinished = join(dir, UNFINISHED);
  const folderOf = (sha256: Sha256): string => join(dir, sha256.slice(0, 2));
  const pathOf = (sha256: Sha256): string => join(folderOf(sha256), Sha256.parse(sha256));

  const stored = ({ sha256, byteLength, meta }: Description): Stored<Meta> => ({
    ...options.meta.parse(meta),
    sha256,
    byteLength,
  });

  async function find(sha256: Sha256) {
    const found = await openStoredFile(pathOf(sha256), key, sha256);
    if (found.kind === 'opened') return ok(found.file);
    return found.kind === 'missing' ? fail('page-missing', 'call-support', { sha256 }) : damaged(sha256);
  }

  /** Gives every chunk to `take`; ok only when all of them and the hash of the whole are right. */
  async function readThrough(
    sha256: Sha256,
    take: (chunk: Buffer) => void,
  ): Promise<Result<Stored<Meta>, ReadFailure>> {
    try {
      const found = await find(sha256);
      if (!found.ok) return found;
      const hash = createHash('sha256');
      for await (const chunk of found.value.chunks()) {
        hash.update(chunk);
        take(chunk);
      }
      return hash.digest('hex') === sha256 ? ok(stored(found.value.description)) : damaged(sha256);
    } catch (thrown) {
      if (thrown instanceof Error && 'code' in thrown && thrown.code === DAMAGED) return damaged(sha256);
      return diskFailure(thrown);
    }
  }

  async function put(
    content: Uint8Array | AsyncIterable<Uint8Array>,
    meta: Meta,
  ): Promise<Result<Stored<Meta>, DiskFailure | Failure<'content-empty'>>> {
    const path = join(unfinished, randomUUID());
    try {
      const source = content instanceof Uint8Array ? [content] : content;
      const description = await writeStoredFile(path, key, source, options.meta.parse(meta));
      if (description === null) {
        await rm(path, { force: true });
        return fail('content-empty', 'officer-decides');
      }
      const { sha256 } = description;
      const there = await readThrough(sha256, () => undefined);
      if (there.ok) {
        await rm(path, { force: true });
        // It may have been renamed a moment ago by someone else whose flush is still under way.
        await syncFolder(folderOf(sha256));
        return there;
      }
      await ensureFolder(folderOf(sha256));
      await rename(path, pathOf(sha256));
      await syncFolder(folderOf(sha256));
      return ok(stored(description));
    } catch (thrown) {
      // A disk that takes nothing any more removes nothing either; the next opening does.
      await rm(path, { force: true }).catch(diskFailure);
      return diskFailure(thrown);
    }
  }

  try {
    await ensureFolder(dir);
    await rm(unfinished, { recursive: true, force: true });
    await ensureFolder(unfinished);
  } catch (thrown) {
    return diskFailure(thrown);
  }

  return ok({
    put,
    openRead: async (sha256) => {
      try {
        const found = await find(sha256);
        if (!found.ok) return found;
        const stream = Readable.from(found.value.chunks(), { objectMode: false });
        // A stream destroyed before its first read never starts the generator that closes the file.
        stream.once('close', () => void found.value.close());
        return ok({ meta: stored(found.value.description), stream });
      } catch (thrown) {
        return diskFailure(thrown);
      }
    },
    readAll: async (sha256) => {
      const chunks: Buffer[] = [];
      const read = await readThrough(sha256, (chunk) => chunks.push(chunk));
      return read.ok ? ok({ meta: read.value, bytes: Buffer.concat(chunks) }) : read;
    },
    has: (sha256) => exists(pathOf(sha256)),
    verify: (sha256) => readThrough(sha256, () => undefined),
    freeBytes: () => freeBytesOf(dir),
  });
}
