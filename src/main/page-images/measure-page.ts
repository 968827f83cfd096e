import { openPage } from './open-page.ts';
import { tiltToTakeOut } from './page-geometry.ts';
import { BLANK_BELOW_INK_SHARE, inkShare } from './page-ink.ts';
import { measureSkew } from './text-skew.ts';

export type PageMeasure = {
  /** Tilt of the text in degrees, clockwise positive, within ±10; 0 when too small to take out. */
  readonly skewDegrees: number;
  /** Share of the page that is ink, 0…1. */
  readonly inkShare: number;
  readonly blank: boolean;
};

/** About 75 dpi for A4: enough for lines of text, 25 times fewer pixels than the scan. */
const MEASURING_WIDTH_PX = 620;

/**
 * Measures tilt and emptiness of a page on a small grey copy of its red channel (red seals vanish).
 * The tilt is that of the page as stored (after the EXIF turn); right-angle turns do not change it.
 * Rejects when the bytes are no picture.
 */
export async function measurePage(bytes: Buffer): Promise<PageMeasure> {
  const { data, info } = await openPage(bytes)
    .resize({ width: MEASURING_WIDTH_PX, height: MEASURING_WIDTH_PX * 4, fit: 'inside' })
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const picture = { pixels: new Uint8Array(data), width: info.width, height: info.height };
  const share = inkShare(picture);
  const blank = share < BLANK_BELOW_INK_SHARE;
  return { skewDegrees: blank ? 0 : tiltToTakeOut(measureSkew(picture)), inkShare: share, blank };
}
