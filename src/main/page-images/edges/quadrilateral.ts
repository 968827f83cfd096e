import type { PageCorners, PagePoint } from '../../../shared/domain/page/page.ts';
import type { Size } from '../page-geometry.ts';
import { crossing, type EdgePoint, fitLine, type Line } from './edge-line.ts';

/** Of the picture's side: an edge so near the rim is the rim; there is nothing to cut off there. */
const AT_RIM = 0.012;
/** Part of a side that is measured: cards have round corners, sheets dog-ears. */
const INNER = { from: 0.12, to: 0.88 };

/** First and last pixel of a patch in each row and column, -1 where it has none. */
export type Outline = {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly top: Int32Array;
  readonly bottom: Int32Array;
};

type Bounds = { readonly fromX: number; readonly toX: number; readonly fromY: number; readonly toY: number };

/**
 * Outline of what is inside within some bounds.
 * @param inside asked with the number of the pixel, row by row
 */
export function outlineOf(inside: (at: number) => boolean, bounds: Bounds, { width, height }: Size): Outline {
  const { fromX, toX, fromY, toY } = bounds;
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
      run = inside(y * width + x) ? run + 1 : 0;
      if (run < 4) continue;
      if (patch.left[y] === -1) patch.left[y] = x - 3;
      patch.right[y] = x;
    }
  }
  for (let x = fromX; x <= toX; x++) {
    let run = 0;
    for (let y = fromY; y <= toY; y++) {
      run = inside(y * width + x) ? run + 1 : 0;
      if (run < 4) continue;
      if (patch.top[x] === -1) patch.top[x] = y - 3;
      patch.bottom[x] = y;
    }
  }
  return patch;
}

/**
 * The four straight edges of a patch and where they cross, clockwise from the top left; null when an edge is not
 * straight. `openSides` are those that do not lie at the picture's rim.
 */
export function findCorners(
  patch: Outline,
  { width, height }: Size,
): { readonly corners: PageCorners; readonly openSides: number } | null {
  const rough = extremes(patch);
  const sides = rough.map((from, side) =>
    sideOf(patch, side, from, rough[(side + 1) % 4] ?? from, width, height),
  );
  const lines = sides.map((side) => side.line);
  const found: PagePoint[] = [];
  for (const [at, before] of [3, 0, 1, 2].entries()) {
    const [one, other] = [lines[before], lines[at]];
    const corner = one == null || other == null ? null : crossing(one, other);
    if (corner === null) return null;
    found.push(fraction(corner, width, height));
  }
  const [a, b, c, d] = found;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return { corners: [a, b, c, d], openSides: sides.filter((side) => !side.atRim).length };
}

/** Rough corners, clockwise from the top left: the points farthest out along the diagonals. */
function extremes({ left, right }: Outline): readonly EdgePoint[] {
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
  patch: Outline,
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
