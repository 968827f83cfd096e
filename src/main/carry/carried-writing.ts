import { createHash, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { CarriedHead, CarriedSeal } from '../../shared/contracts/carry/carried-head.ts';
import { CARRIED_FORMAT } from '../../shared/contracts/carry/carried-head.ts';
import type { SignedStatement } from '../../shared/contracts/city/signed-statement.ts';
import { CHUNK_BYTES, newFileSeal } from '../disk/chunk-seal.ts';
import { writeAll } from '../disk/write-all.ts';
import { keyIdOf, streamKey, wrapContentKey } from './carry-keys.ts';

export const CARRIED_MAGIC = Buffer.from('QMCCAR01', 'latin1');

/** Who speaks: the desk, or the city. */
export type SignSeal = (seal: CarriedSeal) => SignedStatement<CarriedSeal>;

export type CarriedWriting = {
  readonly writeRecord: (record: unknown) => Promise<void>;
  /** Right after a record that announces them. */
  readonly writeBytes: (bytes: Uint8Array) => Promise<void>;
  /** The signed end; gives the hash of the whole file as it was written, for reading it back. */
  readonly finish: () => Promise<{ readonly byteLength: number; readonly fileSha256: string }>;
};

export const lengthPrefixed = (json: unknown): Buffer => {
  const text = Buffer.from(JSON.stringify(json), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text]);
};

/** Streams one carried file into `handle`, a chunk of memory at a time. Throws errno errors. */
export async function startCarriedFile(
  handle: FileHandle,
  about: Pick<CarriedHead, 'kind' | 'deskId' | 'carryId' | 'part'>,
  receiverKey: string,
  sign: SignSeal,
): Promise<CarriedWriting> {
  const contentKey = randomBytes(32);
  const head: CarriedHead = {
    format: CARRIED_FORMAT,
    kind: about.kind,
    deskId: about.deskId,
    carryId: about.carryId,
    part: about.part,
    keyId: keyIdOf(receiverKey),
    wrapped: await wrapContentKey(contentKey, receiverKey),
  };
  const prefix = Buffer.concat([CARRIED_MAGIC, lengthPrefixed(head)]);
  const seal = newFileSeal(streamKey(contentKey, prefix));
  const said = createHash('sha256').update(prefix);
  const written = createHash('sha256');
  let position = 0;
  let number = 0;
  /** Parts of the next chunk. */
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;

  async function put(bytes: Uint8Array): Promise<void> {
    written.update(bytes);
    await writeAll(handle, bytes, position);
    position += bytes.length;
  }

  async function putChunk(isLast: boolean, plain: Uint8Array): Promise<void> {
    await put(seal.sealChunk(number, isLast, plain));
    number += 1;
  }

  async function write(bytes: Uint8Array): Promise<void> {
    waiting.push(bytes);
    waitingBytes += bytes.length;
    if (waitingBytes <= CHUNK_BYTES) return;
    const all = Buffer.concat(waiting);
    // The last chunk is marked, so one is held back until it is known whether more follows.
    let from = 0;
    for (; all.length - from > CHUNK_BYTES; from += CHUNK_BYTES)
      await putChunk(false, all.subarray(from, from + CHUNK_BYTES));
    waiting = [all.subarray(from)];
    waitingBytes = all.length - from;
  }

  async function say(bytes: Uint8Array): Promise<void> {
    said.update(bytes);
    await write(bytes);
  }

  await put(prefix);
  await put(seal.header);
  return {
    writeRecord: (record) => say(lengthPrefixed(record)),
    writeBytes: say,
    finish: async () => {
      const { kind, deskId, carryId, part } = head;
      const digest = said.digest('hex');
      const statement = sign({
        purpose: 'quay-mot-cua/carried-file/1',
        kind,
        deskId,
        carryId,
        part,
        digest,
      });
      await write(lengthPrefixed({ type: 'end', statement }));
      await putChunk(true, Buffer.concat(waiting));
      return { byteLength: position, fileSha256: written.digest('hex') };
    },
  };
}
