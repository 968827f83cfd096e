import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import { Sha256 } from '../../shared/base/ids.ts';
import {
  CHUNK_BYTES,
  type FileSeal,
  fileSealFrom,
  HEADER_BYTES,
  newFileSeal,
  SEALED_CHUNK_BYTES,
  TAG_BYTES,
} from '../disk/chunk-seal.ts';
import { writeAll } from '../disk/write-all.ts';

/** Room for the sealed description, always the same: it is written last, when hash and length are known. */
const META_BYTES = 1024;
const FIRST_CHUNK = HEADER_BYTES + META_BYTES;

const Description = z.object({ sha256: Sha256, byteLength: z.int().min(1), meta: z.unknown() });

/** What a file says about its content. */
export type Description = Readonly<z.infer<typeof Description>>;

/** What a content stream ends with when a chunk's seal does not hold; `code` is the failure's. */
const damagedContent = (sha256: Sha256): Error =>
  Object.assign(new Error(`stored content ${sha256} is damaged`), { code: DAMAGED });

export const DAMAGED = 'page-damaged';

function sealedDescription(seal: FileSeal, description: Description): Buffer {
  const json = Buffer.from(JSON.stringify(description), 'utf8');
  const room = META_BYTES - TAG_BYTES;
  if (json.length > room) throw new Error(`the description of a stored file has ${json.length} bytes`);
  // JSON ignores the spaces that fill it up.
  return seal.sealMeta(Buffer.concat([json, Buffer.alloc(room - json.length, ' ')]));
}

/**
 * Writes content to `path` (which must not exist) and flushes it. Gives null, and leaves the file to the caller, when
 * there was no content. Throws errno errors and whatever `source` throws.
 */
export async function writeStoredFile(
  path: string,
  storeKey: Uint8Array,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  meta: unknown,
): Promise<Description | null> {
  const seal = newFileSeal(storeKey);
  const hash = createHash('sha256');
  const handle = await open(path, 'wx', 0o600);
  try {
    let byteLength = 0;
    let number = 0;
    let position = FIRST_CHUNK;
    let waiting: Buffer = Buffer.alloc(0);
    const put = async (plain: Buffer, isLast: boolean) => {
      const sealed = seal.sealChunk(number, isLast, plain);
      await writeAll(handle, sealed, position);
      number += 1;
      position += sealed.length;
    };
    for await (const part of source) {
      hash.update(part);
      byteLength += part.length;
      const given = Buffer.from(part.buffer, part.byteOffset, part.length);
      const here = waiting.length === 0 ? given : Buffer.concat([waiting, given]);
      // The last chunk is marked, so one is held back until it is known whether more follows.
      let from = 0;
      for (; here.length - from > CHUNK_BYTES; from += CHUNK_BYTES) {
        await put(here.subarray(from, from + CHUNK_BYTES), false);
      }
      // Copied: the source may write its next part into the same memory.
      waiting = Buffer.from(here.subarray(from));
    }
    if (byteLength === 0) return null;
    await put(waiting, true);
    const description = { sha256: Sha256.parse(hash.digest('hex')), byteLength, meta };
    await writeAll(handle, Buffer.concat([seal.header, sealedDescription(seal, description)]), 0);
    await handle.sync();
    return description;
  } finally {
    await handle.close();
  }
}

export type OpenedFile = {
  readonly description: Description;
  /** The content, chunk by chunk, each checked before it is given out; throws an error with code
   * `page-damaged` at the first that does not hold. Closes the file. */
  readonly chunks: () => AsyncGenerator<Buffer>;
  readonly close: () => Promise<void>;
};

const sealedLength = (byteLength: number): number =>
  FIRST_CHUNK + byteLength + Math.ceil(byteLength / CHUNK_BYTES) * TAG_BYTES;

/** Opens a stored file and checks its head and its length. `damaged` when they do not hold. Throws errno errors. */
export async function openStoredFile(
  path: string,
  storeKey: Uint8Array,
  sha256: Sha256,
): Promise<
  { readonly kind: 'opened'; readonly file: OpenedFile } | { readonly kind: 'missing' | 'damaged' }
> {
  const handle = await open(path, 'r').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return null;
    throw thrown;
  });
  if (handle === null) return { kind: 'missing' };
  const read = async (bytes: Buffer, position: number): Promise<Buffer> => {
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, position);
    return bytes.subarray(0, bytesRead);
  };
  const head = await read(Buffer.alloc(FIRST_CHUNK), 0);
  const seal = fileSealFrom(storeKey, head.subarray(0, HEADER_BYTES));
  const opened = seal?.openMeta(head.subarray(HEADER_BYTES)) ?? null;
  const description = opened === null ? null : Description.parse(JSON.parse(opened.toString('utf8')));
  const isWhole =
    description?.sha256 === sha256 && (await handle.stat()).size === sealedLength(description.byteLength);
  if (seal === null || description === null || !isWhole) {
    await handle.close();
    return { kind: 'damaged' };
  }
  async function* chunks(from: FileHandle, fileSeal: FileSeal, byteLength: number): AsyncGenerator<Buffer> {
    try {
      const count = Math.ceil(byteLength / CHUNK_BYTES);
      // One for all chunks: each is opened into memory of its own before the next is read.
      const room = Buffer.alloc(Math.min(byteLength, CHUNK_BYTES) + TAG_BYTES);
      for (let number = 0; number < count; number += 1) {
        const isLast = number === count - 1;
        const plainLength = isLast ? byteLength - number * CHUNK_BYTES : CHUNK_BYTES;
        const place = room.subarray(0, plainLength + TAG_BYTES);
        const sealed = await read(place, FIRST_CHUNK + number * SEALED_CHUNK_BYTES);
        const plain = fileSeal.openChunk(number, isLast, sealed);
        if (plain === null) throw damagedContent(sha256);
        yield plain;
      }
    } finally {
      await from.close();
    }
  }
  return {
    kind: 'opened',
    file: {
      description,
      chunks: () => chunks(handle, seal, description.byteLength),
      close: () => handle.close(),
    },
  };
}
