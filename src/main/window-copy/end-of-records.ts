import { crc32c } from './crc32c.ts';

const BLOCK = 32_768;
const HEADER = 7;
/** A record in one piece, and the pieces of one that goes on in the next block (LevelDB, doc/log_format.md). */
const FULL = 1;
const FIRST = 2;
const LAST = 4;

/** LevelDB keeps sums turned and shifted, because sums over sums are weak. */
const masked = (crc: number): number => ((((crc >>> 15) | (crc << 17)) >>> 0) + 0xa282ead8) >>> 0;

type Piece = { readonly type: number; readonly end: number };

/** The piece that begins at `at`; null when it is torn, of zeros, or its sum is wrong. */
function pieceAt(log: Buffer, at: number): Piece | null {
  if (at + HEADER > log.length) return null;
  const end = at + HEADER + log.readUInt16LE(at + 4);
  const type = log.readUInt8(at + 6);
  if (type < FULL || type > LAST || end > log.length) return null;
  return log.readUInt32LE(at) === masked(crc32c(log.subarray(at + 6, end))) ? { type, end } : null;
}

/** What is left of a block when no header fits is filled up. */
const pastTrailer = (at: number): number => {
  const left = BLOCK - (at % BLOCK);
  return left < HEADER ? at + left : at;
};

/**
 * Where a LevelDB log ends, in bytes: behind its last whole record, when nothing that follows could be read. All of it
 * where records follow the damage: that is no torn end, and the database's own to judge.
 */
export function endOfRecords(log: Buffer): number {
  let end = 0;
  let at = 0;
  for (;;) {
    const piece = pieceAt(log, pastTrailer(at));
    if (piece === null) break;
    at = piece.end;
    if (piece.type === FULL || piece.type === LAST) end = at;
  }
  // Behind damage the database goes on at the next block.
  const damaged = pastTrailer(at);
  for (let block = damaged - (damaged % BLOCK) + BLOCK; block < log.length; block += BLOCK) {
    const type = pieceAt(log, block)?.type;
    if (type === FULL || type === FIRST) return log.length;
  }
  return end;
}
