import sharp, { type Sharp } from 'sharp';
import type { GreyPicture } from '../text-skew.ts';
import { redChannelWithPrint } from './red-print.ts';

/**
 * The upright page without its red: seals and red pens vanish, print in red (titles) stays.
 * @param tiltDegrees still to be taken out; done here, where only one colour has to be turned
 */
export async function redChannelOf(page: Sharp, dpi: number, tiltDegrees: number): Promise<GreyPicture> {
  const { data, info } = await page.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const grey =
    channels === 3
      ? redChannelWithPrint({ pixels: data, width, height }, dpi)
      : { pixels: new Uint8Array(data), width, height };
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
