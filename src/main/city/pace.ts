const KIB = 1024;
const SMALLEST_CHUNK = 16 * KIB;
const LARGEST_CHUNK = 4 * KIB * KIB;
/** Before anything was measured: 4 s at 128 kbit/s. */
const FIRST_CHUNK = 64 * KIB;
/** What is under way may cost about this long to repeat, and facts that share the line wait no longer for it. */
const CHUNK_SECONDS = 5;
const BATCH_SECONDS = 4;
/** JSON of events to its bytes on the wire, in batches; measured 6 to 9. */
const ZIPPED_TO = 6;
const FIRST_BATCH = 48 * KIB;
const SMALLEST_BATCH = 16 * KIB;
const LARGEST_BATCH = 768 * KIB;

const between = (least: number, value: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));

/** Pages under way together: one on a slow line, where more would only take from one another. */
export function pagesAtOnce(bytesPerSecond: number | null): number {
  if (bytesPerSecond === null || bytesPerSecond < 64 * KIB) return 1;
  return bytesPerSecond < 512 * KIB ? 2 : 4;
}

/** Bytes of a page that go in one request: about five seconds of the line, shared by what is under way. */
export function chunkBytes(bytesPerSecond: number | null): number {
  if (bytesPerSecond === null) return FIRST_CHUNK;
  const share = (bytesPerSecond * CHUNK_SECONDS) / pagesAtOnce(bytesPerSecond);
  return between(SMALLEST_CHUNK, share, LARGEST_CHUNK);
}

/** JSON bytes of events that go in one request: about four seconds of the line once they are coded. */
export function batchBytes(bytesPerSecond: number | null): number {
  if (bytesPerSecond === null) return FIRST_BATCH;
  return between(SMALLEST_BATCH, bytesPerSecond * BATCH_SECONDS * ZIPPED_TO, LARGEST_BATCH);
}
