import { createCipheriv, createDecipheriv } from 'node:crypto';
import { crc32 } from 'node:zlib';

const HEADER = 16;
const FRAME = 8;
const NONCE = 12;
const TAG = 16;

/** A segment file taken apart: what is sealed compresses by nothing, what was sealed by three quarters. */
export type OpenSegment = {
  readonly stream: string;
  readonly segment: number;
  /** Bytes of each record's plain text. */
  readonly lengths: readonly number[];
  /** Zeros at the end, reserved for records to come. */
  readonly reserved: number;
};

const boundData = (stream: string, segment: number, index: number): Buffer =>
  Buffer.from(`quay-mot-cua/record/1\n${stream}\n${segment}\n${index}`);

/**
 * Opens every record of a segment file, by its format and not by the desk's code.
 * @returns the description, and header, nonces and plain texts one behind the other
 */
export function openSegment(
  bytes: Buffer,
  key: Buffer,
  stream: string,
): { readonly described: OpenSegment; readonly content: Buffer } {
  const segment = bytes.readUInt32BE(8);
  const nonces: Buffer[] = [];
  const plains: Buffer[] = [];
  let at = HEADER;
  while (at + FRAME <= bytes.length && bytes.readUInt32BE(at) !== 0) {
    const end = at + FRAME + bytes.readUInt32BE(at);
    const sealed = bytes.subarray(at + FRAME, end);
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
      .setAAD(boundData(stream, segment, plains.length))
      .setAuthTag(sealed.subarray(sealed.length - TAG));
    nonces.push(sealed.subarray(0, NONCE));
    plains.push(
      Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]),
    );
    at = end;
  }
  const lengths = plains.map(({ length }) => length);
  return {
    described: { stream, segment, lengths, reserved: bytes.length - at },
    content: Buffer.concat([bytes.subarray(0, HEADER), ...nonces, ...plains]),
  };
}

/** The very file again: the same key, nonces and plain texts give the same bytes. */
export function closeSegment(
  { stream, segment, lengths, reserved }: OpenSegment,
  content: Buffer,
  key: Buffer,
): Buffer {
  const out: Buffer[] = [content.subarray(0, HEADER)];
  let at = HEADER + NONCE * lengths.length;
  for (const [index, length] of lengths.entries()) {
    const nonce = content.subarray(HEADER + NONCE * index, HEADER + NONCE * (index + 1));
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundData(stream, segment, index));
    const sealed = Buffer.concat([
      nonce,
      cipher.update(content.subarray(at, at + length)),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    const frame = Buffer.alloc(FRAME);
    frame.writeUInt32BE(sealed.length, 0);
    frame.writeUInt32BE(crc32(sealed, crc32(frame.subarray(0, 4))), 4);
    out.push(frame, sealed);
    at += length;
  }
  return Buffer.concat([...out, Buffer.alloc(reserved)]);
}
