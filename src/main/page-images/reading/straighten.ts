import { straightened } from '../page-geometry.ts';
import type { GreyPicture } from '../text-skew.ts';

/** Places in the picture are counted in 65,536ths of a pixel: whole numbers up to pictures of 32,767 px. */
const UNIT = 65536;
const WHITE = 255;

/**
 * The grey picture with its tilt taken out and scaled, on a white canvas that holds all of it: between four pixels of the
 * old one, as `sharp.rotate` does for the eye's picture, in a third of its time (measured: 20 instead of 60 ms a page at
 * 200 dpi). Both in one go: what is first scaled and then turned is twice blurred, and read a little worse.
 * @param tiltDegrees clockwise positive
 * @param scale 0.5…1
 */
export function straighten(
  { pixels, width, height }: GreyPicture,
  tiltDegrees: number,
  scale: number,
): GreyPicture {
  const canvas = straightened({ width: width * scale, height: height * scale }, tiltDegrees);
  const [wide, high] = [Math.round(canvas.width), Math.round(canvas.height)];
  const straight = new Uint8Array(wide * high).fill(WHITE);
  const angle = (tiltDegrees * Math.PI) / 180;
  const [alongX, alongY] = [(Math.cos(angle) * UNIT) / scale, (Math.sin(angle) * UNIT) / scale];
  const [stepX, stepY] = [Math.round(alongX), Math.round(alongY)];
  for (let row = 0, to = 0; row < high; row++, to += wide) {
    const down = row + 0.5 - high / 2;
    // where the middle of the row's first pixel lies in the old picture, from the middle of that one's first pixel
    const startX = Math.round((width / 2 - 0.5) * UNIT + (0.5 - wide / 2) * alongX - down * alongY);
    const startY = Math.round((height / 2 - 0.5) * UNIT + (0.5 - wide / 2) * alongY + down * alongX);
    const onX = within(startX, stepX, (width - 1) * UNIT);
    const onY = within(startY, stepY, (height - 1) * UNIT);
    const from = Math.max(0, onX.from, onY.from);
    const end = Math.min(wide, onX.end, onY.end);
    let x = startX + from * stepX;
    let y = startY + from * stepY;
    for (let at = to + from; at < to + end; at++, x += stepX, y += stepY) {
      const here = (y >> 16) * width + (x >> 16);
      const across = (x >> 8) & 255;
      const under = (y >> 8) & 255;
      const upper = (pixels[here] ?? 0) * (256 - across) + (pixels[here + 1] ?? 0) * across;
      const lower = (pixels[here + width] ?? 0) * (256 - across) + (pixels[here + width + 1] ?? 0) * across;
      straight[at] = (upper * (256 - under) + lower * under + 32768) >> 16;
    }
  }
  return { pixels: straight, width: wide, height: high };
}

/** Which steps from `start` lie at 0 or more and before `limit`. */
function within(start: number, step: number, limit: number): { readonly from: number; readonly end: number } {
  if (step === 0) return start >= 0 && start < limit ? ALL : NONE;
  const [first, last] =
    step > 0 ? [-start / step, (limit - start) / step] : [(limit - start) / step, -start / step];
  return step > 0
    ? { from: Math.ceil(first), end: Math.ceil(last) }
    : { from: Math.floor(first) + 1, end: Math.floor(last) + 1 };
}

const ALL = { from: 0, end: Number.POSITIVE_INFINITY } as const;
const NONE = { from: 0, end: 0 } as const;
