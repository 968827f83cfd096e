import { type CipherKey, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Where a record stands; bound into its seal, so that a record moved or copied elsewhere does not open. */
export type RecordAddress = {
  readonly stream: string;
  readonly segment: number;
  /** Position in the segment, from 0. */
  readonly index: number;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Length and CRC32, both unsigned 32 bit big-endian. */
export const FRAME_BYTES = 8;
export const LEAST_SEALED_BYTES = NONCE_BYTES + TAG_BYTES;
/** Keeps the search for whole records after damage quick; a commit is 2 KB, rarely 20. */
export const MOST_SEALED_BYTES = 1024 * 1024;

const boundData = (address: RecordAddress): Buffer =>
  Buffer.from(`quay-mot-cua/record/1\n${address.stream}\n${address.segment}\n${address.index}`);

/** The CRC covers the length too, so that a damaged length is told from a record cut short. */
function frameCrc(sealed: Uint8Array): number {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(sealed.length);
  return crc32(sealed, crc32(length));
}

/**
 * length(4) CRC32(4) nonce(12) ciphertext tag(16). The nonce is random, not counted: a record that was taken back
 * after a full disk is written again at the same address with other content.
 */
export function sealRecord(key: CipherKey, address: RecordAddress, payload: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundData(address));
  const sealed = Buffer.concat([nonce, cipher.update(payload), cipher.final(), cipher.getAuthTag()]);
  const frame = Buffer.alloc(FRAME_BYTES);
  frame.writeUInt32BE(sealed.length, 0);
  frame.writeUInt32BE(frameCrc(sealed), 4);
  return Buffer.concat([frame, sealed]);
}

/** The payload, or null when the seal does not hold at this address with this key. */
export function openSealed(key: CipherKey, address: RecordAddress, sealed: Uint8Array): Buffer | null {
  if (sealed.length < LEAST_SEALED_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(boundData(address))
    .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const opened = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    // Node's only way to say that the tag is wrong; nothing else can fail here.
    return null;
  }
}

export type Frame =
  | { readonly kind: 'whole'; readonly sealed: Buffer; readonly end: number }
  | { readonly kind: 'short' }
  | { readonly kind: 'bad'; readonly end: number };

/** Reads the frame at `offset`: `short` when the bytes end before it does, `bad` when its length or CRC is wrong. */
export function frameAt(bytes: Buffer, offset: number): Frame {
  if (offset + FRAME_BYTES > bytes.length) return { kind: 'short' };
  const length = bytes.readUInt32BE(offset);
  if (length < LEAST_SEALED_BYTES) return { kind: 'bad', end: offset + FRAME_BYTES };
  const end = offset + FRAME_BYTES + length;
  if (end > bytes.length) return { kind: 'short' };
  const sealed = bytes.subarray(offset + FRAME_BYTES, end);
  return bytes.readUInt32BE(offset + 4) === frameCrc(sealed)
    ? { kind: 'whole', sealed, end }
    : { kind: 'bad', end };
}

/** True when the frame at `offset` is whole once its end is taken to be `end`: only the length is damaged. */
export function wholeUntil(bytes: Buffer, offset: number, end: number): boolean {
  const start = offset + FRAME_BYTES;
  if (end - start < LEAST_SEALED_BYTES) return false;
  return bytes.readUInt32BE(offset + 4) === frameCrc(bytes.subarray(start, end));
}

/** Offset of the next frame with a right CRC at or after `from`, or null. */
export function findWholeFrame(bytes: Buffer, from: number): number | null {
  for (let offset = from; offset + FRAME_BYTES + LEAST_SEALED_BYTES <= bytes.length; offset += 1) {
    const length = bytes.readUInt32BE(offset);
    if (length < LEAST_SEALED_BYTES || length > MOST_SEALED_BYTES) continue;
    if (frameAt(bytes, offset).kind === 'whole') return offset;
  }
  return null;
}
