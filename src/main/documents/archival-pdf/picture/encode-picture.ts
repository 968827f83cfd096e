import sharp from 'sharp';
import type { UprightPicture } from '../archival-page.ts';
import { encodeFax, type FaxStrip } from './fax-strip.ts';
import { giveBack } from './give-back.ts';
import { pagePlanes } from './page-planes.ts';
import { splitLayers } from './split-layers.ts';

/** What is drawn of a page: a JPEG over the whole page and, on top of it, print of one colour. */
export type EncodedPicture = {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly coloured: boolean;
  readonly print: (FaxStrip & { readonly colour: readonly [number, number, number] }) | null;
};

/** What the law asks for at least (TT 01/2023, NĐ 30/2020 PL I); print is kept at the picture's own 300 dpi. */
const PICTURE_DPI = 200;
/**
 * Seals and pens look like the scan at 100 % and at 300 %, and the paper keeps its shade (at 60 it turned pink). With this
 * table of the JPEG coder photographs take a quarter less than with the usual one.
 */
const QUALITY = 75;
const QUANTISATION_TABLE = 3;
/** Under this the page is a card or a clipping: so little to save that all of it stays a picture, in full detail. */
const SPLIT_FROM_MM = 130;
const SMALL_QUALITY = 80;
const MM_PER_INCH = 25.4;

/** Encodes a page as small as it can be without loss of what counts; changes the picture's pixels on the way. */
export async function encodePicture(picture: UprightPicture): Promise<EncodedPicture> {
  const { pixels, width, height, dpi, scannedDpi } = picture;
  const isSmall = (Math.max(width, height) / dpi) * MM_PER_INCH < SPLIT_FROM_MM;
  const layers = isSmall ? { ...pagePlanes(picture), print: null } : splitLayers(picture);
  const print =
    layers.print === null
      ? null
      : { ...(await encodeFax(layers.print, width, height)), colour: layers.printColour };
  if (layers.print !== null) giveBack(layers.print);
  // never more dots than were scanned, and on a card all of them
  const scale = Math.min(1, (isSmall ? Math.min(dpi, scannedDpi) : Math.min(PICTURE_DPI, scannedDpi)) / dpi);
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const scaled = sharp(pixels, { raw: { width, height, channels: 3 } }).resize({ ...size, fit: 'fill' });
  const jpeg = await (layers.coloured ? scaled : scaled.toColourspace('b-w'))
    .jpeg({
      quality: isSmall ? SMALL_QUALITY : QUALITY,
      quantisationTable: QUANTISATION_TABLE,
      optimiseCoding: true,
    })
    .toBuffer();
  return { jpeg, ...size, coloured: layers.coloured, print };
}
