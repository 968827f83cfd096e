import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { writeWholeFile } from '../disk/durable-writes.ts';

const MAGIC = 'QMCSEG01';
/** Magic(8), segment number(4), CRC32 of the twelve(4). */
export const SEGMENT_HEADER_BYTES = 16;

export const segmentPath = (dir: string, segment: number): string =>
  join(dir, `${String(segment).padStart(8, '0')}.seg`);

export function segmentHeader(segment: number): Buffer {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt32BE(segment, 8);
  header.writeUInt32BE(crc32(header.subarray(0, 12)), 12);
  return header;
}

export const hasSegmentHeader = (bytes: Buffer, segment: number): boolean =>
  bytes.subarray(0, SEGMENT_HEADER_BYTES).equals(segmentHeader(segment));

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
