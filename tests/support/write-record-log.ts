import { crc32c } from '../../src/main/window-copy/crc32c.ts';

const BLOCK = 32_768;
const HEADER = 7;

/** A log as LevelDB writes it (doc/log_format.md): records in pieces, none over the end of a block. */
export function writeRecordLog(records: readonly Uint8Array[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  const put = (bytes: Buffer): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const record of records) {
    let from = 0;
    do {
      const left = BLOCK - (at % BLOCK);
      if (left < HEADER) put(Buffer.alloc(left));
      const room = BLOCK - (at % BLOCK) - HEADER;
      const piece = record.subarray(from, from + room);
      const begins = from === 0;
      from += piece.length;
      const ends = from === record.length;
      const type = begins ? (ends ? 1 : 2) : ends ? 4 : 3;
      const typed = Buffer.concat([Buffer.of(type), piece]);
      const header = Buffer.alloc(6);
      const sum = crc32c(typed);
      header.writeUInt32LE(((((sum >>> 15) | (sum << 17)) >>> 0) + 0xa282ead8) >>> 0, 0);
      header.writeUInt16LE(piece.length, 4);
      put(Buffer.concat([header, typed]));
    } while (from < record.length);
  }
  return Buffer.concat(parts);
}
