import type { PageRotation } from '../../shared/domain/page/page.ts';
import type { FlatPaper } from './edges/flat-paper.ts';
import { openPage } from './open-page.ts';
import { paperDpi } from './page-resolution.ts';
import { turnPage } from './turn-page.ts';

/** 8-bit sRGB, three bytes a pixel, row by row. */
export type WholeUpright = {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
  /** Of these pixels. */
  readonly dpi: number;
  /** Of the page as it was scanned. */
  readonly scannedDpi: number;
};

/** Print needs this much when it is kept in two colours; pages of fewer dots are blown up at most so far. */
const WHOLE_DPI = 300;
const MOST_ENLARGEMENT = 2;
/** An A3 page at 300 dpi with a rim; what is larger is kept with fewer dots. */
const LONGEST_SIDE_PX = 5400;

/** The page as it is kept: turned and straightened like the upright image, in all its detail. Rejects on no picture. */
export async function makeWholeUpright(
  bytes: Buffer,
  wish: {
    readonly rotation: PageRotation;
    readonly skewDegrees: number;
    readonly paper?: FlatPaper | null;
  },
): Promise<WholeUpright> {
  const { rotation, skewDegrees, paper = null } = wish;
  const { autoOrient: stored, density } = await openPage(bytes).metadata();
  const size = paper?.size ?? stored;
  const scannedDpi = paperDpi(density, stored, paper);
  const scale = Math.min(
    WHOLE_DPI / scannedDpi,
    MOST_ENLARGEMENT,
    LONGEST_SIDE_PX / Math.max(size.width, size.height),
  );
  const page = await turnPage(bytes, { stored, paper, scale, rotation, skewDegrees });
  const { data, info } = await page
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, dpi: scannedDpi * scale, scannedDpi };
}
