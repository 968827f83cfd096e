import type { PageCorners, PagePoint } from '../../../shared/domain/page/page.ts';
import { findComponents } from '../reading/print-components.ts';
import { type GreyPicture, inkThreshold } from '../text-skew.ts';
import { crossing, type EdgePoint, fitLine, type Line } from './edge-line.ts';

/** Of the picture: a smaller bright patch is no page (a card on an A4 glass is 2 %, but that is `findCards`). */
const LEAST_SHARE = 0.12;
/** Paper and bed must differ by this many grey levels. */
const LEAST_CONTRAST = 50;
/** Of the picture's side: an edge so near the rim is the rim; there is nothing to cut off there. */
const AT_RIM = 0.012;
/** The bed must be seen on so many sides: one dark side alone may be a printed band, or the shadow of a book. */
const LEAST_OPEN_SIDES = 2;
/** Of the quadrilateral that is paper: all but print, of which its margin has little. */
const LEAST_FILL = { all: 0.6, margin: 0.85 };
/** Of what lies outside: brighter than the bed there could be more paper, and is not cut off. */
const MOST_BRIGHT_OUTSIDE = 0.03;
/** Part of a side that is measured: cards have round corners, sheets dog-ears. */
const INNER = { from: 0.12, to: 0.88 };

/**
 * Corners of a bright sheet or card on a darker bed or table, clockwise from the top left, in fractions; null when the
 * whole picture is paper, or when it is not sure: every edge straight, the bed seen on two sides at least, nothing
 * bright left outside. A wrong cut loses print, a missing one only shows the bed.
 * @param picture about 600 px wide, the red channel (a red seal is paper there)
 */
export function findPaper(picture: GreyPicture): PageCorners | null {
  const { pixels, width, height } = picture;
  const threshold = inkThreshold(pixels);
  const [dark, bright] = means(pixels, threshold);
  if (bright - dark < LEAST_CONTRAST) return null;
  const paper = brightestPatch(picture, threshold);
  if (paper === null) return null;

  const rough = extremes(paper);
  const sides = rough.map((from, side) => {
    const to = rough[(side + 1) % 4] ?? from;
    return sideOf(paper, side, from, to, width, height);
  });
  const lines = sides.map((side) => side.line);
  if (lines.some((line) => line === null)) return null;
  if (sides.filter((side) => !side.atRim).length < LEAST_OPEN_SIDES) return null;
  const corners = [3, 0, 1, 2].map((side) => crossing(lines[side] as Line, lines[(side + 1) % 4] as Line));
  if (corners.some((corner) => corner === null)) return null;
  const found = corners.map((corner) => fraction(corner as EdgePoint, width, height));
  const tuple = [found[0], found[1], found[2], found[3]] as unknown as PageCorners;
  return isSure(picture, threshold, tuple) ? tuple : null;
}

type Patch = {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly top: Int32Array;
  readonly bottom: Int32Array;
};

/** First and last pixel in each row and column of the largest bright piece, -1 where it has none. */
function brightestPatch(picture: GreyPicture, threshold: number): Patch | null {
  const { pixels, width, height } = picture;
  const inverted = pixels.map((value) => 255 - value);
  const pieces = findComponents({ pixels: inverted, width, height }, 254 - threshold);
  let largest = 0;
  for (let at = 1; at < pieces.count; at++)
    if ((pieces.area[at] ?? 0) > (pieces.area[largest] ?? 0)) largest = at;
  if ((pieces.area[largest] ?? 0) < LEAST_SHARE * width * height) return null;
  const [fromX, toX] = [pieces.left[largest] ?? 0, pieces.right[largest] ?? 0];
  const [fromY, toY] = [pieces.top[largest] ?? 0, pieces.bottom[largest] ?? 0];
  const patch = {
    left: new Int32Array(height).fill(-1),
    right: new Int32Array(height).fill(-1),
    top: new Int32Array(width).fill(-1),
    bottom: new Int32Array(width).fill(-1),
  };
  // Runs of four keep dust on the bed out; the fitting of the lines passes over what is left of it.
  for (let y = fromY; y <= toY; y++) {
    let run = 0;
    for (let x = fromX; x <= toX; x++) {
      run = (pixels[y * width + x] ?? 0) > threshold ? run + 1 : 0;
      if (run < 4) continue;
      if (patch.left[y] === -1) patch.left[y] = x - 3;
      patch.right[y] = x;
    }
  }
  for (let x = fromX; x <= toX; x++) {
    let run = 0;
    for (let y = fromY; y <= toY; y++) {
      run = (pixels[y * width + x] ?? 0) > threshold ? run + 1 : 0;
      if (run < 4) continue;
      if (patch.top[x] === -1) patch.top[x] = y - 3;
      patch.bottom[x] = y;
    }
  }
  return patch;
}

/** Rough corners, clockwise from the top left: the points farthest out along the diagonals. */
function extremes({ left, right }: Patch): readonly EdgePoint[] {
  const best = [1, -1, -1, 1].map(() => ({ x: 0, y: 0, reach: Number.NEGATIVE_INFINITY }));
  for (const [y, x] of left.entries()) {
    if (x < 0) continue;
    const end = right[y] ?? x;
    const tries = [
      { x, y, reach: -x - y },
      { x: end, y, reach: end - y },
      { x: end, y, reach: end + y },
      { x, y, reach: y - x },
    ];
    for (const [corner, tried] of tries.entries())
      if (tried.reach > (best[corner]?.reach ?? 0)) best[corner] = tried;
  }
  return best;
}

type Side = { readonly line: Line | null; readonly atRim: boolean };

/** The edge along one side (0 top, 1 right, 2 bottom, 3 left), fitted through its inner part. */
function sideOf(
  patch: Patch,
  side: number,
  from: EdgePoint,
  to: EdgePoint,
  width: number,
  height: number,
): Side {
  const lying = side % 2 === 0;
  const edge = [patch.top, patch.right, patch.bottom, patch.left][side] ?? patch.top;
  const [start, end] = lying ? [from.x, to.x] : [from.y, to.y];
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const points: EdgePoint[] = [];
  for (let at = Math.ceil(low + INNER.from * (high - low)); at <= low + INNER.to * (high - low); at++) {
    const across = edge[at] ?? -1;
    if (across >= 0) points.push(lying ? { x: at, y: across } : { x: across, y: at });
  }
  const line = fitLine(points, lying, Math.max(1.5, 0.004 * Math.max(width, height)));
  const limit = lying ? height : width;
  const atRim = points.filter((point) => {
    const across = lying ? point.y : point.x;
    return Math.min(across, limit - 1 - across) <= AT_RIM * limit;
  }).length;
  return { line, atRim: atRim > points.length / 2 };
}

const fraction = ({ x, y }: EdgePoint, width: number, height: number): PagePoint => ({
  x: Math.min(1, Math.max(0, (x + 0.5) / width)),
  y: Math.min(1, Math.max(0, (y + 0.5) / height)),
});

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
