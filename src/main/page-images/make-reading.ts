import sharp from 'sharp';
import type { PictureFacts } from '../../shared/contracts/bridge/page-picture.ts';
import type { PageRotation } from '../../shared/domain/page/page.ts';
import { measurePage, type PageMeasure } from './measure-page.ts';
import { openPage } from './open-page.ts';
import { largePrintScale, paperDpi, type ReadingScale, readingScale } from './page-resolution.ts';
import { rawPixels } from './raw-pixels.ts';
import { cleanPrint, type SeenPrint } from './reading/clean-print.ts';
import { evenLight } from './reading/even-light.ts';
import { redChannelOf } from './reading/red-channel.ts';
import type { GreyPicture } from './text-skew.ts';
import { type PageTurn, turnPage } from './turn-page.ts';

export type ReadingImage = PictureFacts & {
  /** 8-bit grey PNG. */
  readonly png: Buffer;
  /** Between two paragraphs, where the page may be cut in two to be read; null where it must not. */
  readonly whiteRow: number | null;
};

/**
 * The page for OCR: grey, turned, straightened, 200 dpi (large print 150, cards 300), PNG unpacked (packing costs 20 ms).
 * Grey is the red channel, in which seals vanish: letter errors on office print go from 1.05 % to 0.14 %. On cards red is print (title, number), so there
 * it is the brightness: from 31 % to 18 %. Turning at full size before scaling was measured too: as many pages got
 * better as worse. Rejects when the bytes are no picture.
 * @param measure what is already known of the page; measured when absent
 */
export async function makeReading(
  bytes: Buffer,
  { rotation, measure }: { readonly rotation: PageRotation; readonly measure?: PageMeasure },
): Promise<ReadingImage> {
  const { skewDegrees, blank, paper } = measure ?? (await measurePage(bytes));
  const { autoOrient: stored, density, space } = await openPage(bytes).metadata();
  const stands = paperDpi(density, stored, paper);
  const size = paper?.size ?? stored;
  const wanted = readingScale(stands, size);
  const large = largePrintScale(stands, size);
  const page: PageToRead = { bytes, isCard: wanted.isCard, isGrey: space === 'b-w' };
  const turn = { stored, paper, rotation, skewDegrees };
  const mayBeLarge = !page.isCard && !blank && large !== null;
  const asLarge = mayBeLarge ? await prepare(page, turn, large, wanted) : null;
  const { picture, dpi, ...seen } =
    asLarge !== null && isLarge(asLarge)
      ? { ...asLarge, codesSeen: await hasCodes(page, turn, wanted, asLarge) }
      : await prepare(page, turn, wanted);
  const { width, height } = picture;
  const png = await sharp(picture.pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 0 })
    .withDensity(dpi)
    .toBuffer();
  const { codesSeen, upsideDown, darkGround, whiteRow } = seen;
  return { png, width, height, dpi, skewDegrees, blank, codesSeen, upsideDown, darkGround, whiteRow };
}

type PageToRead = {
  readonly bytes: Buffer;
  readonly isCard: boolean;
  /** Has no colours: one channel is all of it. */
  readonly isGrey: boolean;
};

type Scale = Omit<ReadingScale, 'isCard'>;
type Turn = Omit<PageTurn, 'scale'>;

/**
 * Grey, turned, straightened, evenly bright and rid of what is read as letters and is none.
 * @param finer from which a tilt is taken out, where that is more than `at`
 */
async function prepare(page: PageToRead, turn: Turn, at: Scale, finer = at) {
  const { scale, dpi } = at;
  const picture = page.isCard
    ? await brightness(page.bytes, { ...turn, scale })
    : await withoutSeals(page, turn, at, finer);
  evenLight(picture, dpi);
  return { picture, dpi, ...(page.isCard ? OF_A_CARD : cleanPrint(picture, dpi)) };
}

/** Its patterned ground is no print; the code on one of its sides is worth the search on both. */
const OF_A_CARD = {
  letterHeight: null,
  codesSeen: true,
  densePieces: true,
  upsideDown: false,
  darkGround: true,
  whiteRow: null,
};

/** Of an x with what stands on it, in points: print of 12 pt and more; eleven whole pixels of a picture of 150 dpi. */
const LARGE_PRINT_PT = 5.28;
const POINTS_PER_INCH = 72;

/**
 * Body print of office papers is 13–14 pt: at 150 dpi it is read in a quarter less time, on real scans with fewer words
 * wrong (4.7 → 4.0 %), on drawn pages with as many; small print needs its 200. Nearly all office pages are large print,
 * so that is tried first: to prepare a page at 200 dpi and to bring it down then took half as long again.
 */
const isLarge = ({
  letterHeight,
  dpi,
}: {
  readonly letterHeight: number | null;
  readonly dpi: number;
}): boolean => letterHeight !== null && (letterHeight / dpi) * POINTS_PER_INCH >= LARGE_PRINT_PT;

/**
 * Small codes run together at 150 dpi. Where something as dense as a code stands on the page, it is looked at once more
 * with the dots that [PGM-11] was measured with; its tilt does not matter to that.
 */
async function hasCodes(
  page: PageToRead,
  turn: Turn,
  wanted: ReadingScale,
  seen: Pick<SeenPrint, 'codesSeen' | 'densePieces'>,
): Promise<boolean> {
  if (seen.codesSeen || !seen.densePieces) return seen.codesSeen;
  return (await prepare(page, turn, wanted)).codesSeen;
}

async function brightness(bytes: Buffer, turn: PageTurn): Promise<GreyPicture> {
  const page = await turnPage(bytes, turn);
  const { data, info } = await page
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { pixels: rawPixels(data), width: info.width, height: info.height };
}

/** Paper on a table is turned with its colours; of a whole page only the red channel needs to be straightened. */
async function withoutSeals(
  { bytes, isGrey }: PageToRead,
  turn: Turn,
  { scale, dpi }: Scale,
  finer: Scale,
): Promise<GreyPicture> {
  if (turn.paper !== null) return redChannelOf(await turnPage(bytes, { ...turn, scale }), dpi);
  const tilt = turn.skewDegrees;
  const from = tilt === 0 || finer.scale < scale ? { scale, dpi } : finer;
  const page = await turnPage(bytes, { ...turn, scale: from.scale, skewDegrees: 0 });
  const upright = isGrey ? page.toColourspace('b-w') : page;
  return redChannelOf(upright, from.dpi, tilt, scale / from.scale);
}
