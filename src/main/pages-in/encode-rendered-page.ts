import sharp from 'sharp';
import type { PageFacts } from './put-page.ts';

/** Up to this many bytes a pixel a grey page is kept without loss; noisy scans need more and become JPEG. */
const LOSSLESS_BYTES_PER_PIXEL = 0.35;

/**
 * Encodes a rendered page: grey as lossless PNG unless it is a noisy scan, colour (and noisy grey) as JPEG of quality 92.
 * @param pixels RGBA, 4 bytes a pixel, opaque
 */
export async function encodeRenderedPage(
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
  dpi: number,
): Promise<{ readonly bytes: Buffer; readonly facts: PageFacts }> {
  const image = sharp(pixels, { raw: { width, height, channels: 4 }, limitInputPixels: false })
    .removeAlpha()
    .withDensity(dpi);
  const facts = { width, height, dpi } as const;
  if (isGrey(pixels)) {
    const png = await image.clone().toColourspace('b-w').png({ compressionLevel: 6 }).toBuffer();
    if (png.length <= width * height * LOSSLESS_BYTES_PER_PIXEL)
      return { bytes: png, facts: { ...facts, mediaType: 'image/png' } };
    const jpeg = await image.toColourspace('b-w').jpeg({ quality: 92 }).toBuffer();
    return { bytes: jpeg, facts: { ...facts, mediaType: 'image/jpeg' } };
  }
  const jpeg = await image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
  return { bytes: jpeg, facts: { ...facts, mediaType: 'image/jpeg' } };
}

/** Rendering of a grey picture may differ by a step between the channels; a red seal differs by a hundred. */
const SAME_GREY = 6;

function isGrey(pixels: Uint8ClampedArray): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    const red = pixels[at] ?? 0;
    if (Math.abs(red - (pixels[at + 1] ?? 0)) > SAME_GREY) return false;
    if (Math.abs(red - (pixels[at + 2] ?? 0)) > SAME_GREY) return false;
  }
  return true;
}
