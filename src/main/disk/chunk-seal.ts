import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';

/**
 * STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) with AES-256-GCM: every chunk has its own tag, so that reading can
 * stream, and the nonce holds the chunk's number and whether it is the last, so that chunks cannot be moved or cut off.
 */
export const CHUNK_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

/** Magic(8), salt(16), nonce prefix(7), one zero. */
export const HEADER_BYTES = 32;
const MAGIC = Buffer.from('QMCPAGE1', 'latin1');
const PREFIX_BYTES = 7;

export type FileSeal = {
  readonly header: Buffer;
  readonly sealChunk: (number: number, isLast: boolean, plain: Uint8Array) => Buffer;
  /** null when the seal does not hold. */
  readonly openChunk: (number: number, isLast: boolean, sealed: Uint8Array) => Buffer | null;
  /** The description of the content, sealed apart; `bytes` have a fixed length chosen by the caller. */
  readonly sealMeta: (plain: Uint8Array) => Buffer;
  readonly openMeta: (sealed: Uint8Array) => Buffer | null;
};

/** Numbers end far before this: 2^32 chunks are 256 TiB. */
const META_NUMBER = 0xffff_ffff;
const FLAG = { more: 0, last: 1, meta: 2 } as const;

function sealOf(storeKey: Uint8Array, header: Buffer): FileSeal {
  const salt = header.subarray(8, 24);
  const prefix = header.subarray(24, 24 + PREFIX_BYTES);
  // A key for every file: nonces need only differ within one.
  const key = createSecretKey(
    Buffer.from(hkdfSync('sha256', storeKey, salt, 'quay-mot-cua/page-file/1', 32)),
  );

  const nonce = (number: number, flag: number): Buffer => {
    const bytes = Buffer.alloc(12);
    prefix.copy(bytes);
    bytes.writeUInt32BE(number, PREFIX_BYTES);
    bytes.writeUInt8(flag, 11);
    return bytes;
  };
  const seal = (number: number, flag: number, plain: Uint8Array): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number, flag)).setAAD(header);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const open = (number: number, flag: number, sealed: Uint8Array): Buffer | null => {
    if (sealed.length < TAG_BYTES) return null;
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, flag))
      .setAAD(header)
      .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    const opened = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
    try {
      // In this mode nothing is left for the end but the tag; joining would copy every page once more.
      decipher.final();
      return opened;
    } catch {
      // Node's only way to say that the tag is wrong.
      return null;
    }
  };
  const flagOf = (isLast: boolean) => (isLast ? FLAG.last : FLAG.more);
  return {
    header,
    sealChunk: (number, isLast, plain) => seal(number, flagOf(isLast), plain),
    openChunk: (number, isLast, sealed) => open(number, flagOf(isLast), sealed),
    sealMeta: (plain) => seal(META_NUMBER, FLAG.meta, plain),
    openMeta: (sealed) => open(META_NUMBER, FLAG.meta, sealed),
  };
}

/** A seal for a new file. */
export const newFileSeal = (storeKey: Uint8Array): FileSeal =>
  sealOf(storeKey, Buffer.concat([MAGIC, randomBytes(16 + PREFIX_BYTES), Buffer.alloc(1)]));

/** The seal of a file that begins with `header`, or null when that is no header. */
export const fileSealFrom = (storeKey: Uint8Array, header: Buffer): FileSeal | null =>
  header.length === HEADER_BYTES && header.subarray(0, 8).equals(MAGIC) ? sealOf(storeKey, header) : null;
