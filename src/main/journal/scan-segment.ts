import type { CipherKey } from 'node:crypto';
import {
  FRAME_BYTES,
  findWholeFrame,
  frameAt,
  LEAST_SEALED_BYTES,
  openSealed,
  wholeUntil,
} from './sealed-record.ts';
import { hasSegmentHeader, SEGMENT_HEADER_BYTES } from './segment-file.ts';

export type ScannedRecord = {
  readonly index: number;
  readonly offset: number;
  /** Bytes in the file, frame included. */
  readonly length: number;
  readonly payload: Buffer;
};

export type SegmentEnd =
  | { readonly kind: 'clean'; readonly offset: number }
  /** A write that never finished: nothing in it was acknowledged. */
  | { readonly kind: 'torn'; readonly offset: number }
  /** Something that was whole once is not any more. */
  | { readonly kind: 'damaged'; readonly offset: number; readonly reason: 'header' | 'bytes' | 'seal' };

export type SegmentScan = {
  readonly records: readonly ScannedRecord[];
  readonly end: SegmentEnd;
  /** Records behind the damage that still open. */
  readonly salvaged: readonly ScannedRecord[];
};

const SECTOR_BYTES = 512;
const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

/** End of what is not zero: behind it lies room reserved for records to come. */
export function writtenEnd(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
}

/** Sealed bytes have no run of zeros; sectors that the disk never got read as zeros. */
function hasUnwrittenPart(bytes: Buffer, from: number, end: number): boolean {
  const lastSector = Math.floor((end - 1) / SECTOR_BYTES) * SECTOR_BYTES;
  if (isZero(bytes.subarray(Math.max(from, lastSector), end))) return true;
  if (isZero(bytes.subarray(Math.max(from, end - 16), end))) return true;
  const firstSector = Math.ceil(from / SECTOR_BYTES) * SECTOR_BYTES;
  for (let at = firstSector; at + SECTOR_BYTES <= end; at += SECTOR_BYTES) {
    if (isZero(bytes.subarray(at, at + SECTOR_BYTES))) return true;
  }
  return false;
}

/**
 * Is this the trace of a write that a crash cut short, and nothing else? A record that was whole once and has lost a bit
 * must never pass for one: it was acknowledged.
 */
function isTorn(bytes: Buffer, offset: number): boolean {
  if (findWholeFrame(bytes, offset + 1) !== null) return false;
  if (isZero(bytes.subarray(offset, offset + FRAME_BYTES))) return true;
  const written = writtenEnd(bytes);
  // Only the length may be damaged; the record's own last bytes may happen to be zeros.
  for (let end = written; end <= Math.min(written + 16, bytes.length); end += 1) {
    if (wholeUntil(bytes, offset, end)) return false;
  }
  const frame = frameAt(bytes, offset);
  if (frame.kind === 'short') return true;
  return frame.end >= written && hasUnwrittenPart(bytes, offset, frame.end);
}

function salvage(
  bytes: Buffer,
  key: CipherKey,
  stream: string,
  segment: number,
  from: number,
  nextIndex: number,
) {
  const found: ScannedRecord[] = [];
  let index = nextIndex;
  let searched = from;
  for (let at = findWholeFrame(bytes, from); at !== null; at = findWholeFrame(bytes, searched)) {
    const frame = frameAt(bytes, at);
    if (frame.kind !== 'whole') break;
    // As many records as could have stood in the bytes in between.
    const last = index + Math.ceil((at - searched) / (FRAME_BYTES + LEAST_SEALED_BYTES)) + 1;
    let payload: Buffer | null = null;
    for (let tried = index; tried <= last && payload === null; tried += 1) {
      payload = openSealed(key, { stream, segment, index: tried }, frame.sealed);
      if (payload !== null) {
        found.push({ index: tried, offset: at, length: frame.end - at, payload });
        index = tried + 1;
      }
    }
    if (payload === null) index += 1;
    searched = frame.end;
  }
  return found;
}

/** Reads the bytes of one segment from its start, stops at the first thing that is not right and says what it is. */
export function scanSegment(bytes: Buffer, key: CipherKey, stream: string, segment: number): SegmentScan {
  const records: ScannedRecord[] = [];
  const damaged = (offset: number, reason: 'header' | 'bytes' | 'seal'): SegmentScan => ({
    records,
    end: { kind: 'damaged', offset, reason },
    salvaged: salvage(bytes, key, stream, segment, offset, records.length),
  });
  if (!hasSegmentHeader(bytes, segment)) return damaged(0, 'header');
  let offset = SEGMENT_HEADER_BYTES;
  const written = writtenEnd(bytes);
  while (offset < written) {
    const frame = frameAt(bytes, offset);
    if (frame.kind !== 'whole') {
      return isTorn(bytes, offset)
        ? { records, end: { kind: 'torn', offset }, salvaged: [] }
        : damaged(offset, 'bytes');
    }
    const payload = openSealed(key, { stream, segment, index: records.length }, frame.sealed);
    if (payload === null) return damaged(offset, 'seal');
    records.push({ index: records.length, offset, length: frame.end - offset, payload });
    offset = frame.end;
  }
  return { records, end: { kind: 'clean', offset }, salvaged: [] };
}
