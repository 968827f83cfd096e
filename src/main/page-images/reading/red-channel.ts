import sharp, { type Sharp } from 'sharp';
import type { GreyPicture } from '../text-skew.ts';
import { drawRedPrint } from './red-print.ts';

/**
 * The upright page without its red: seals and red pens vanish, print in red (titles) stays.
 * @param tiltDegrees still to be taken out; done here, where only one colour has to be turned
 */
export async function redChannelOf(page: Sharp, dpi: number, tiltDegrees: number): Promise<GreyPicture> {
  const { data, info } = await page.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const grey = { pixels: new Uint8Array(data), width, height };
  if (channels >= 3) {
    grey.pixels = new Uint8Array(width * height);
    for (let at = 0, from = 0; at < grey.pixels.length; at++, from += channels)
      grey.pixels[at] = data[from] ?? 255;
    if (channels === 3) drawRedPrint({ pixels: data, width, height }, grey, dpi);
  }
  if (tiltDegrees === 0) return grey;
  const straight = await sharp(grey.pixels, { raw: { width, height, channels: 1 } })
    .rotate(-tiltDegrees, { background: 'white' })
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return {
    pixels: new Uint8Array(straight.data),
    width: straight.info.width,
    height: straight.info.height,
  };
}
