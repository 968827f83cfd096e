import {
  FRAME_BYTES,
  findWholeFrame,
  frameAt,
  LEAST_SEALED_BYTES,
  openSealed,
  wholeToTheEnd,
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

/**
 * Sealed bytes have no run of zeros; a write cut by a power failure leaves the file short, or sectors that the disk
 * never got, which read as zeros.
 */
function hasUnwrittenPart(bytes: Buffer, offset: number): boolean {
  if (isZero(bytes.subarray(Math.max(offset, bytes.length - 16)))) return true;
  const firstSector = Math.ceil(offset / SECTOR_BYTES) * SECTOR_BYTES;
  for (let at = firstSector; at + SECTOR_BYTES <= bytes.length; at += SECTOR_BYTES) {
    if (isZero(bytes.subarray(at, at + SECTOR_BYTES))) return true;
  }
  return false;
}

function isTorn(bytes: Buffer, offset: number): boolean {
  if (findWholeFrame(bytes, offset + 1) !== null) return false;
  const frame = frameAt(bytes, offset);
  if (frame.kind === 'short') return !wholeToTheEnd(bytes, offset);
  return hasUnwrittenPart(bytes, offset);
}

function salvage(
  bytes: Buffer,
  key: Uint8Array,
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
export function scanSegment(bytes: Buffer, key: Uint8Array, stream: string, segment: number): SegmentScan {
  const records: ScannedRecord[] = [];
  const damaged = (offset: number, reason: 'header' | 'bytes' | 'seal'): SegmentScan => ({
    records,
    end: { kind: 'damaged', offset, reason },
    salvaged: salvage(bytes, key, stream, segment, offset, records.length),
  });
  if (!hasSegmentHeader(bytes, segment)) return damaged(0, 'header');
  let offset = SEGMENT_HEADER_BYTES;
  while (offset < bytes.length) {
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
