import sharp, { type Sharp } from 'sharp';

/** Import lets nothing larger in; here it guards the memory. */
const MOST_PIXELS = 100_000_000;

/**
 * A page turned as its EXIF tag says, in sRGB, on white where it was transparent.
 * Damage that came after import must still show what is left of the page, so nothing fails on warnings.
 */
export const openPage = (bytes: Buffer): Sharp =>
  sharp(bytes, { failOn: 'none', limitInputPixels: MOST_PIXELS, sequentialRead: true })
    .autoOrient()
    .flatten({ background: 'white' });
