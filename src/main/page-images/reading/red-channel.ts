import type { Sharp } from 'sharp';
import { rawPixels } from '../raw-pixels.ts';
import type { GreyPicture } from '../text-skew.ts';
import { redChannelWithPrint } from './red-print.ts';
import { straighten } from './straighten.ts';

/**
 * The upright page without its red: seals and red pens vanish, print in red (titles) stays.
 * @param dpi of the page as it is given
 * @param tiltDegrees still to be taken out; done here, where only one colour has to be turned
 * @param scale of the straight picture, where there is a tilt
 */
export async function redChannelOf(
  page: Sharp,
  dpi: number,
  tiltDegrees = 0,
  scale = 1,
): Promise<GreyPicture> {
  const { data, info } = await page.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = rawPixels(data);
  const grey =
    channels === 3 ? redChannelWithPrint({ pixels, width, height }, dpi) : { pixels, width, height };
  return tiltDegrees === 0 ? grey : straighten(grey, tiltDegrees, scale);
}
