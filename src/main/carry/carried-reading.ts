import { createHash, type Hash, type KeyObject } from 'node:crypto';
import { constants, type FileHandle, open } from 'node:fs/promises';
import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import {
  CARRIED_FORMAT,
  CarriedHead,
  EndRecord,
  MOST_HEAD_BYTES,
  MOST_PAGE_BYTES,
  MOST_RECORD_BYTES,
} from '../../shared/contracts/carry/carried-head.ts';
import { type FileSeal, fileSealFrom, HEADER_BYTES, SEALED_CHUNK_BYTES } from '../disk/chunk-seal.ts';
import { CARRIED_MAGIC } from './carried-writing.ts';
import { type CarryFailure, carryFailureOf, refuse } from './carry-failure.ts';
import { streamKey, unwrapContentKey } from './carry-keys.ts';

type Statement = z.infer<typeof EndRecord>['statement'];
/** Whether the sender signed this. */
export type VerifySeal = (statement: Statement) => boolean;

export type CarriedRecord = {
  /** As it came: signatures are over that. */
  readonly json: unknown;
  /** The bytes that follow it, to be read before the next record, or left. */
  readonly bytes: () => AsyncGenerator<Buffer>;
};

export type CarriedFile = {
  readonly head: CarriedHead;
  readonly byteLength: number;
  /**
   * Every record before the end, in order; each chunk is checked before anything of it is given out. Throws what
   * `carryFailureOf` names when a seal does not hold, something is cut off, or the end is not signed by the sender.
   */
  readonly records: (verify: VerifySeal) => AsyncGenerator<CarriedRecord>;
  readonly close: () => Promise<void>;
};

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

function parseHead(text: string): Result<CarriedHead, CarryFailure> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('carry-not-a-file', 'officer-decides'); // not JSON: nothing that either side wrote
  }
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
  if (typeof format === 'number' && format > CARRIED_FORMAT)
    return fail('carry-newer-format', 'call-support');
  const head = CarriedHead.safeParse(json);
  return head.success ? ok(head.data) : fail('carry-not-a-file', 'officer-decides');
}

/** How many bytes follow a record, by what it says of itself. */
function bytesAfter(json: unknown): number {
  if (typeof json !== 'object' || json === null || !('type' in json) || json.type !== 'page') return 0;
  const length = 'byteLength' in json ? json.byteLength : null;
  if (typeof length !== 'number' || !Number.isInteger(length) || length < 1 || length > MOST_PAGE_BYTES)
    return refuse('carry-damaged');
  return length;
}

/** The plain content of the stream, by demand, and the hash of what was given out. */
function createContent(handle: FileHandle, seal: FileSeal, start: number, end: number, said: Hash) {
  const chunks = Math.ceil((end - start) / SEALED_CHUNK_BYTES);
  let number = 0;
  let waiting: Buffer = Buffer.alloc(0);

  async function fill(): Promise<boolean> {
    if (number >= chunks) return false;
    const from = start + number * SEALED_CHUNK_BYTES;
    const isLast = number === chunks - 1;
    const sealed = await readAt(handle, from, Math.min(SEALED_CHUNK_BYTES, end - from));
    waiting = seal.openChunk(number, isLast, sealed) ?? refuse('carry-damaged');
    number += 1;
    return true;
  }

  /** Something, at most `most` bytes. */
  async function some(most: number): Promise<Buffer> {
    if (waiting.length === 0 && !(await fill())) refuse('carry-damaged');
    const part = waiting.subarray(0, most);
    waiting = waiting.subarray(part.length);
    said.update(part);
    return part;
  }

  return {
    some,
    exactly: async (length: number): Promise<Buffer> => {
      const parts: Buffer[] = [];
      for (let left = length; left > 0; left -= parts.at(-1)?.length ?? 0) parts.push(await some(left));
      return Buffer.concat(parts);
    },
    isOver: () => waiting.length === 0 && number >= chunks,
    digest: () => said.copy().digest('hex'),
  };
}

/**
 * Opens a carried file whose content key `findKey` can unwrap (by key id; null: that key is not here). Nothing of the
 * content is believed yet. A link is no file: what is carried lies on the stick itself.
 */
export async function openCarriedFile(
  path: string,
  findKey: (head: CarriedHead) => KeyObject | null,
): Promise<Result<CarriedFile, CarryFailure>> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const opened = await readHead(handle, findKey);
    if (!opened.ok) await handle.close();
    return opened;
  } catch (thrown) {
    await handle?.close();
    return carryFailureOf(thrown);
  }
}

async function readHead(
  handle: FileHandle,
  findKey: (head: CarriedHead) => KeyObject | null,
): Promise<Result<CarriedFile, CarryFailure>> {
  const found = await handle.stat();
  if (!found.isFile()) return fail('carry-not-a-file', 'officer-decides');
  const begin = await readAt(handle, 0, CARRIED_MAGIC.length + 4);
  if (
    begin.length < CARRIED_MAGIC.length + 4 ||
    !begin.subarray(0, CARRIED_MAGIC.length).equals(CARRIED_MAGIC)
  )
    return fail('carry-not-a-file', 'officer-decides');
  const headLength = begin.readUInt32BE(CARRIED_MAGIC.length);
  if (headLength > MOST_HEAD_BYTES) return fail('carry-not-a-file', 'officer-decides');
  const text = await readAt(handle, begin.length, headLength);
  const parsed = parseHead(text.toString('utf8'));
  if (!parsed.ok) return parsed;
  const head = parsed.value;
  const key = findKey(head);
  if (key === null) return fail('carry-other-key', 'call-support', { deskId: head.deskId });
  const contentKey = await unwrapContentKey(head.wrapped, key);
  if (contentKey === null) return fail('carry-damaged', 'officer-decides');
  const prefix = Buffer.concat([begin, text]);
  const sealHeader = await readAt(handle, prefix.length, HEADER_BYTES);
  const seal = fileSealFrom(streamKey(contentKey, prefix), sealHeader);
  if (seal === null) return fail('carry-damaged', 'officer-decides');

  async function* records(verify: VerifySeal): AsyncGenerator<CarriedRecord> {
    const said = createHash('sha256').update(prefix);
    const content = createContent(handle, seal as FileSeal, prefix.length + HEADER_BYTES, found.size, said);
    for (;;) {
      const digest = content.digest();
      const length = (await content.exactly(4)).readUInt32BE(0);
      if (length > MOST_RECORD_BYTES) refuse('carry-damaged');
      const json: unknown = JSON.parse((await content.exactly(length)).toString('utf8'));
      const end = EndRecord.safeParse(json);
      if (end.success) {
        const { body } = end.data.statement;
        const right =
          body.digest === digest &&
          body.kind === head.kind &&
          body.deskId === head.deskId &&
          body.carryId === head.carryId &&
          body.part === head.part &&
          content.isOver();
        if (!right || !verify(end.data.statement)) refuse('carry-not-signed');
        return;
      }
      let left = bytesAfter(json);
      async function* bytes(): AsyncGenerator<Buffer> {
        while (left > 0) {
          const part = await content.some(left);
          left -= part.length;
          yield part;
        }
      }
      yield { json, bytes };
      // What the reader left stands between it and the next record.
      for await (const _ of bytes());
    }
  }
  return ok({ head, byteLength: found.size, records, close: () => handle.close() });
}

/** Reads all of it and checks the signature: only then may anything of it be taken. */
export async function checkCarriedFile(
  file: CarriedFile,
  verify: VerifySeal,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Result<null, CarryFailure>> {
  try {
    for await (const record of file.records(verify))
      for await (const part of record.bytes()) onBytes(part.length);
    return ok(null);
  } catch (thrown) {
    return carryFailureOf(thrown);
  }
}
