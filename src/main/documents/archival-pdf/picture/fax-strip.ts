import sharp from 'sharp';

/** Bytes of CCITT group 4 and the size that they are coded in, to be read with `/BlackIs1 true`: then ink is 0. */
export type FaxStrip = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };

const TILE_STEP = 16;
const TAG = { photometric: 262, tileOffsets: 324, tileBytes: 325 } as const;
const BLACK_IS_ZERO = 1;

/**
 * Encodes a mask (0 black, 255 white) by libtiff: a TIFF of one tile holds exactly the strip that PDF wants. Tiles come
 * in sixteens, so the strip is up to 15 white pixels wider and higher than the mask.
 */
export async function encodeFax(mask: Uint8Array, width: number, height: number): Promise<FaxStrip> {
  const wide = Math.ceil(width / TILE_STEP) * TILE_STEP;
  const high = Math.ceil(height / TILE_STEP) * TILE_STEP;
  const tiff = await sharp(mask, { raw: { width, height, channels: 1 } })
    .extend({ right: wide - width, bottom: high - height, background: 'white' })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, tile: true, tileWidth: wide, tileHeight: high })
    .toBuffer();
  const tags = readTags(tiff);
  const offset = tags.get(TAG.tileOffsets) ?? 0;
  const length = tags.get(TAG.tileBytes) ?? 0;
  // Stored as "black is zero", the coder takes zeros for its white runs: hence `/BlackIs1 true`.
  if (length === 0 || tags.get(TAG.photometric) !== BLACK_IS_ZERO)
    throw new Error('libtiff did not write one tile in which black is zero');
  return { bytes: tiff.subarray(offset, offset + length), width: wide, height: high };
}

/** First value of each tag of the only picture in a little-endian TIFF. */
function readTags(tiff: Buffer): ReadonlyMap<number, number> {
  const start = tiff.readUInt32LE(4);
  const tags = new Map<number, number>();
  for (let entry = 0; entry < tiff.readUInt16LE(start); entry++) {
    const at = start + 2 + entry * 12;
    const isShort = tiff.readUInt16LE(at + 2) === 3;
    tags.set(tiff.readUInt16LE(at), isShort ? tiff.readUInt16LE(at + 8) : tiff.readUInt32LE(at + 8));
  }
  return tags;
}
