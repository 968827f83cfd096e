/**
 * The bytes that sharp gave, without copying them: a page has 2 to 12 MB, and every copy of them calls for the collector. Not
 * as a Buffer, whose `slice` copies nothing and would let one picture be changed through another.
 */
export const rawPixels = (raw: Buffer): Uint8Array =>
  new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength);
