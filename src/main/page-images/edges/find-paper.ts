import type { PageCorners } from '../../../shared/domain/page/page.ts';
import { findComponents } from '../reading/print-components.ts';
import { type GreyPicture, inkThreshold } from '../text-skew.ts';
import { findCorners, type Outline, outlineOf } from './quadrilateral.ts';

/** Of the picture: a smaller bright patch is no page (a card on an A4 glass is 2 %, but that is `findCards`). */
const LEAST_SHARE = 0.12;
/** Paper and bed must differ by this many grey levels. */
const LEAST_CONTRAST = 50;
/** The bed must be seen on so many sides: one dark side alone may be a printed band, or the shadow of a book. */
const LEAST_OPEN_SIDES = 2;
/** Of the quadrilateral that is paper: all but print, of which its margin has little. */
const LEAST_FILL = { all: 0.6, margin: 0.85 };
/** Of what lies outside: brighter than the bed there could be more paper, and is not cut off. */
const MOST_BRIGHT_OUTSIDE = 0.03;

/**
 * Corners of a bright sheet or card on a darker bed or table, clockwise from the top left, in fractions; null when the
 * whole picture is paper, or when it is not sure: every edge straight, the bed seen on two sides at least, nothing
 * bright left outside. A wrong cut loses print, a missing one only shows the bed.
 * @param picture about 600 px wide, the red channel (a red seal is paper there)
 */
export function findPaper(picture: GreyPicture): PageCorners | null {
  const { pixels } = picture;
  const threshold = inkThreshold(pixels);
  if (reachesAllRims(picture, threshold)) return null;
  const [dark, bright] = means(pixels, threshold);
  if (bright - dark < LEAST_CONTRAST) return null;
  const paper = brightestOutline(picture, threshold);
  if (paper === null) return null;

  const found = findCorners(paper, picture);
  if (found === null || found.openSides < LEAST_OPEN_SIDES) return null;
  return isSure(picture, threshold, found.corners) ? found.corners : null;
}

/** In parts of the picture: so deep is its rim, and so much of it is bright where no bed can be seen. */
const RIM = { depth: 0.012, bright: 0.9 };

/** Bright along all four sides, as nearly every scan is: the costly search for edges would find none. */
function reachesAllRims({ pixels, width, height }: GreyPicture, threshold: number): boolean {
  const isBright = (
    length: number,
    depth: number,
    place: (along: number, deep: number) => number,
  ): boolean => {
    let bright = 0;
    for (let along = 0; along < length; along++)
      for (let deep = 0; deep < depth; deep++)
        if ((pixels[place(along, deep)] ?? 0) > threshold) {
          bright++;
          break;
        }
    return bright >= RIM.bright * length;
  };
  const [deepX, deepY] = [Math.ceil(RIM.depth * width), Math.ceil(RIM.depth * height)];
  return (
    isBright(width, deepY, (x, y) => y * width + x) &&
    isBright(width, deepY, (x, y) => (height - 1 - y) * width + x) &&
    isBright(height, deepX, (y, x) => y * width + x) &&
    isBright(height, deepX, (y, x) => y * width + width - 1 - x)
  );
}

/** Outline of the largest bright piece, null when it is too small. */
function brightestOutline(picture: GreyPicture, threshold: number): Outline | null {
  const { pixels, width, height } = picture;
  const inverted = pixels.map((value) => 255 - value);
  const pieces = findComponents({ pixels: inverted, width, height }, 254 - threshold);
  let largest = 0;
  for (let at = 1; at < pieces.count; at++)
    if ((pieces.area[at] ?? 0) > (pieces.area[largest] ?? 0)) largest = at;
  if ((pieces.area[largest] ?? 0) < LEAST_SHARE * width * height) return null;
  const [fromX, toX] = [pieces.left[largest] ?? 0, pieces.right[largest] ?? 0];
  const [fromY, toY] = [pieces.top[largest] ?? 0, pieces.bottom[largest] ?? 0];
  return outlineOf((at) => (pixels[at] ?? 0) > threshold, { fromX, toX, fromY, toY }, picture);
}

function means(pixels: Uint8Array, threshold: number): readonly [number, number] {
  let [dark, darkCount, bright, brightCount] = [0, 1, 0, 1];
  for (const value of pixels) {
    if (value <= threshold) {
      dark += value;
      darkCount++;
    } else {
      bright += value;
      brightCount++;
    }
  }
  return [dark / darkCount, bright / brightCount];
}

/** The paper fills the corners and nothing bright lies outside of them. */
function isSure({ pixels, width, height }: GreyPicture, threshold: number, corners: PageCorners): boolean {
  const inside = (x: number, y: number): number => {
    let nearest = Number.POSITIVE_INFINITY;
    for (const [at, from] of corners.entries()) {
      const to = corners[(at + 1) % 4] ?? from;
      const [dx, dy] = [(to.x - from.x) * width, (to.y - from.y) * height];
      const distance = (dx * (y - from.y * height) - dy * (x - from.x * width)) / Math.hypot(dx, dy);
      nearest = Math.min(nearest, distance);
    }
    return nearest;
  };
  const side = Math.max(width, height);
  const all = { seen: 0, bright: 0 };
  const margin = { seen: 0, bright: 0 };
  const outside = { seen: 0, bright: 0 };
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const depth = inside(x, y);
      const bright = (pixels[y * width + x] ?? 0) > threshold ? 1 : 0;
      const place =
        depth < -0.01 * side ? outside : depth > 0.03 * side ? all : depth > 0.01 * side ? margin : null;
      if (place === null) continue;
      place.seen++;
      place.bright += bright;
    }
  }
  return (
    all.bright >= LEAST_FILL.all * all.seen &&
    margin.bright >= LEAST_FILL.margin * margin.seen &&
    outside.bright <= MOST_BRIGHT_OUTSIDE * outside.seen
  );
}
