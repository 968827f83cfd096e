import type { PageFlaw, PageQuality } from '../../../shared/contracts/bridge/page-quality.ts';
import type { PageRotation } from '../../../shared/domain/page/page.ts';
import type { PageBox } from '../../../shared/domain/paper/paper.ts';
import { findCards } from '../edges/find-cards.ts';
import type { PageMeasure } from '../measure-page.ts';
import { openPage } from '../open-page.ts';
import { boxUpright } from '../page-geometry.ts';
import { paperDpi, readingScale } from '../page-resolution.ts';
import type { GreyPicture } from '../text-skew.ts';
import { turnPage } from '../turn-page.ts';
import { findGlare } from './glare.ts';
import { type Rim, rimsThroughPrint } from './rim-print.ts';
import { measureTiles, TILE_PX, type Tile } from './tiles.ts';

/** Judged at the resolution of reading, so that a finer scan is not called softer. */
const JUDGING_DPI = 200;
/**
 * Blur, as sigma in pixels at 200 dpi. Measured: sharp scans 0.4–0.9, soft but readable ones to 1.4, blurred by 1.5 px
 * 1.5 (read without loss), by 2.5 px 2.0–2.4.
 */
const BLURRED_FROM = 1.85;
/** With fewer tiles of print a blur is not judged. */
const FEWEST_PRINT_TILES = 6;
/** Levels of grey, 0…255. Faded print that is still read stands out by 129. */
const DARK_PAPER_BELOW = 125;
const PALE_PRINT_BELOW = 65;
/** NĐ 30/2020 PL I asks for 200 dpi; what a shape implies is exact to a few percent. */
const LEAST_DPI = 200;
const DPI_TOLERANCE = 0.95;
/** Cards are looked for at about 70 dpi. */
const CARD_SHRINK = 3;
/** How deep a rim is marked, in fractions. */
const RIM_DEPTH = 0.03;

/**
 * What is wrong with a picture, from the picture alone. Boxes are fractions of the upright page. Rejects when the bytes
 * are no picture.
 */
export async function judgePage(
  bytes: Buffer,
  { rotation, measure }: { readonly rotation: PageRotation; readonly measure: PageMeasure },
): Promise<PageQuality> {
  const { paper, skewDegrees, blank, almostBlank, inkShare } = measure;
  const { autoOrient: stored, density } = await openPage(bytes).metadata();
  const flat = paper?.size ?? stored;
  const dpi = paperDpi(density, stored, paper);
  const { isCard } = readingScale(dpi, flat);
  const scale = Math.min(1, JUDGING_DPI / dpi);
  const page = await turnPage(bytes, { stored, paper, scale, rotation: 0, skewDegrees: 0 });
  const { data, info } = await page
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { red, darkest } = channels(data, info);

  const upright = (box: PageBox): PageBox => boxUpright(box, flat, rotation, skewDegrees);
  const flaws: PageFlaw[] = [];
  const add = (code: PageFlaw['code'], box: PageBox | null, facts: PageFlaw['facts'] = {}): void => {
    flaws.push({ code, box: box === null ? null : upright(box), facts });
  };
  if (blank) add('page-blank', null);
  else if (almostBlank) add('page-almost-blank', null);
  else {
    const tiles = measureTiles(red);
    const print = tiles.filter(({ softness }) => !Number.isNaN(softness));
    const paperLevel = median(tiles.map((tile) => tile.paper));
    const contrast = median(print.map((tile) => tile.paper - tile.ink));
    // on a coarser picture as many pixels are more of the paper
    const softness = median(print.map((tile) => tile.softness)) * (JUDGING_DPI / (dpi * scale));
    if (paperLevel < DARK_PAPER_BELOW) add('page-too-dark', null, { paperLevel });
    else if (inkShare > 0 && (print.length === 0 || contrast < PALE_PRINT_BELOW)) add('page-too-pale', null);
    if (print.length >= FEWEST_PRINT_TILES && softness > BLURRED_FROM)
      add('page-blurred', surrounding(print, info, BLURRED_FROM * ((dpi * scale) / JUDGING_DPI)), {
        softness: Math.round(softness * 10) / 10,
      });
    const glare = findGlare(darkest);
    if (glare !== null) add('page-glare', glare);
    for (const rim of rimsThroughPrint(red, dpi * scale)) add('page-cut-off', RIM_BOXES[rim], { rim });
  }
  if (dpi < LEAST_DPI * DPI_TOLERANCE)
    add('page-low-resolution', null, { dpi: Math.round(dpi), leastDpi: LEAST_DPI });
  return {
    flaws,
    dpi: Math.round(dpi),
    blank,
    skewDegrees,
    foundCut: paper?.corners ?? null,
    isCard,
    cards:
      isCard || paper !== null ? [] : findCards(shrunk(darkest, CARD_SHRINK), (dpi * scale) / CARD_SHRINK),
  };
}

const RIM_BOXES: Readonly<Record<Rim, PageBox>> = {
  top: { x: 0, y: 0, width: 1, height: RIM_DEPTH },
  bottom: { x: 0, y: 1 - RIM_DEPTH, width: 1, height: RIM_DEPTH },
  left: { x: 0, y: 0, width: RIM_DEPTH, height: 1 },
  right: { x: 1 - RIM_DEPTH, y: 0, width: RIM_DEPTH, height: 1 },
};

type Pixels = { readonly width: number; readonly height: number; readonly channels: number };

function channels(
  data: Uint8Array,
  { width, height, channels: step }: Pixels,
): { readonly red: GreyPicture; readonly darkest: GreyPicture } {
  const red = new Uint8Array(width * height);
  const darkest = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < red.length; at++, from += step) {
    const first = data[from] ?? 0;
    red[at] = first;
    darkest[at] = step < 3 ? first : Math.min(first, data[from + 1] ?? 0, data[from + 2] ?? 0);
  }
  return { red: { pixels: red, width, height }, darkest: { pixels: darkest, width, height } };
}

/** Means of squares. */
function shrunk({ pixels, width, height }: GreyPicture, by: number): GreyPicture {
  const [across, down] = [Math.floor(width / by), Math.floor(height / by)];
  const small = new Uint8Array(across * down);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      let sum = 0;
      for (let row = y * by; row < y * by + by; row++)
        for (let column = x * by; column < x * by + by; column++) sum += pixels[row * width + column] ?? 0;
      small[y * across + x] = sum / (by * by);
    }
  return { pixels: small, width: across, height: down };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Box around the tiles that are at least so soft. */
function surrounding(print: readonly Tile[], { width, height }: Pixels, least: number): PageBox {
  const blurred = print.filter(({ softness }) => softness >= least);
  const left = Math.min(...blurred.map((tile) => tile.left));
  const top = Math.min(...blurred.map((tile) => tile.top));
  const right = Math.min(width, Math.max(...blurred.map((tile) => tile.left)) + TILE_PX);
  const bottom = Math.min(height, Math.max(...blurred.map((tile) => tile.top)) + TILE_PX);
  return {
    x: left / width,
    y: top / height,
    width: (right - left) / width,
    height: (bottom - top) / height,
  };
}
