import type { PageRotation } from '../../shared/domain/page/page.ts';
import { openPage } from './open-page.ts';
import { pageDpi } from './page-resolution.ts';
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
  wish: { readonly rotation: PageRotation; readonly skewDegrees: number },
): Promise<WholeUpright> {
  const { autoOrient, density } = await openPage(bytes).metadata();
  const scannedDpi = pageDpi(density, autoOrient);
  const scale = Math.min(
    WHOLE_DPI / scannedDpi,
    MOST_ENLARGEMENT,
    LONGEST_SIDE_PX / Math.max(autoOrient.width, autoOrient.height),
  );
  const { data, info } = await turnPage(bytes, autoOrient, scale, wish.rotation, wish.skewDegrees)
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, dpi: scannedDpi * scale, scannedDpi };
}
