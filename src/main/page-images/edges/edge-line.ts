export type EdgePoint = { readonly x: number; readonly y: number };

/** All points with a·x + b·y = c; (a, b) has length 1. */
export type Line = { readonly a: number; readonly b: number; readonly c: number };

const FEWEST_POINTS = 20;
/** Share of the points that must lie on the line for it to be the straight edge of a paper. */
const LEAST_ON_LINE = 0.8;

/**
 * The straight line that most of the points lie on, null when there is none. Tries lines through pairs of points spread
 * over the side (always the same pairs, so equal pictures give equal lines), then fits the points near the best one.
 * @param lying the edge runs across, not down
 * @param near how far from the line a point may lie, in pixels
 */
export function fitLine(points: readonly EdgePoint[], lying: boolean, near: number): Line | null {
  if (points.length < FEWEST_POINTS) return null;
  // along the edge, then across it
  const along = points.map(({ x, y }) => (lying ? { at: x, off: y } : { at: y, off: x }));
  const step = Math.max(1, Math.floor(along.length / 24));
  let best = { slope: 0, base: 0, count: 0 };
  for (let one = 0; one < along.length / 2; one += step) {
    for (let other = Math.floor(along.length / 2); other < along.length; other += step) {
      const [from, to] = [along[one], along[other]];
      if (from === undefined || to === undefined || to.at - from.at < along.length / 4) continue;
      const slope = (to.off - from.off) / (to.at - from.at);
      const base = from.off - slope * from.at;
      let count = 0;
      for (const { at, off } of along) if (Math.abs(off - base - slope * at) <= near) count++;
      if (count > best.count) best = { slope, base, count };
    }
  }
  if (best.count < LEAST_ON_LINE * along.length) return null;
  const on = along.filter(({ at, off }) => Math.abs(off - best.base - best.slope * at) <= near);
  const middle = on.reduce((sum, { at }) => sum + at, 0) / on.length;
  const level = on.reduce((sum, { off }) => sum + off, 0) / on.length;
  const spread = on.reduce((sum, { at }) => sum + (at - middle) ** 2, 0);
  if (spread === 0) return null;
  const slope = on.reduce((sum, { at, off }) => sum + (at - middle) * (off - level), 0) / spread;
  const length = Math.hypot(slope, 1);
  const c = (level - slope * middle) / length;
  return lying ? { a: -slope / length, b: 1 / length, c } : { a: 1 / length, b: -slope / length, c };
}

/** Where two lines cross; null when they are as good as parallel. */
export function crossing(one: Line, other: Line): EdgePoint | null {
  const span = one.a * other.b - other.a * one.b;
  if (Math.abs(span) < 0.2) return null;
  return { x: (one.c * other.b - other.c * one.b) / span, y: (one.a * other.c - other.a * one.c) / span };
}
