import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { writeWholeFile } from '../disk/durable-writes.ts';
import { isLaterFormat, magicOf } from '../disk/file-format.ts';

/** Raised with every change of a segment that an older program would take for damage. */
const FORMAT = 1;
const KIND = 'QMCSEG';
const MAGIC = magicOf(KIND, FORMAT);
/** Magic(8), segment number(4), CRC32 of the twelve(4). */
export const SEGMENT_HEADER_BYTES = 16;

export const segmentPath = (dir: string, segment: number): string =>
  join(dir, `${String(segment).padStart(8, '0')}.seg`);

export function segmentHeader(segment: number): Buffer {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32BE(segment, 8);
  header.writeUInt32BE(crc32(header.subarray(0, 12)), 12);
  return header;
}

export const hasSegmentHeader = (bytes: Buffer, segment: number): boolean =>
  bytes.subarray(0, SEGMENT_HEADER_BYTES).equals(segmentHeader(segment));

/**
 * Did a newer program write this segment? A header that is whole and names a format above ours; a flipped digit breaks
 * its CRC. Throws errno errors.
 */
export async function isNewerSegment(dir: string, segment: number): Promise<boolean> {
  const handle = await open(segmentPath(dir, segment), 'r');
  try {
    const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
    const { bytesRead } = await handle.read(header, 0, SEGMENT_HEADER_BYTES, 0);
    return (
      bytesRead === SEGMENT_HEADER_BYTES &&
      isLaterFormat(header.subarray(0, MAGIC.length), KIND, FORMAT) &&
      header.readUInt32BE(12) === crc32(header.subarray(0, 12))
    );
  } finally {
    await handle.close();
  }
}

/** An empty segment appears whole or not at all: renamed into place, so its header is never torn. */
export const createSegment = (dir: string, segment: number): Promise<void> =>
  writeWholeFile(segmentPath(dir, segment), segmentHeader(segment));

/** Numbers of the segments in the folder, ascending. */
export async function listSegments(dir: string): Promise<readonly number[]> {
  const names = await readdir(dir);
  return names
    .flatMap((name) => (/^\d{8}\.seg$/.test(name) ? [Number.parseInt(name, 10)] : []))
    .sort((a, b) => a - b);
}
