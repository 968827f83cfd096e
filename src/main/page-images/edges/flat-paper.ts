import type { PageCorners } from '../../../shared/domain/page/page.ts';
import type { Size } from '../page-geometry.ts';

/** The paper within four corners, laid flat. */
export type FlatPaper = {
  readonly corners: PageCorners;
  /** In pixels of the stored picture, as if seen from straight above. */
  readonly size: Size;
  /** Seen at an angle, hence by a camera: what the file says of its resolution does not hold for the paper. */
  readonly photographed: boolean;
};

/** Long side to short side: DIN sheets and ISO/IEC 7810 ID-1 cards. */
const KNOWN_PROPORTIONS = [Math.SQRT2, 85.6 / 53.98];
/**
 * A camera held askew shortens a sheet of A4 by up to this (cosine of 32°), and nothing else that comes to a desk has
 * such proportions; the nearest known ones are then the right ones.
 */
const SHORTENED_BY = 0.16;
/** Opposite sides that differ by more come from a camera, not from a scanner. */
const ASKEW = 0.015;

/** Lays out the paper within corners on a stored picture of this size. */
export function flatPaper(corners: PageCorners, stored: Size): FlatPaper {
  const [a, b, c, d] = corners.map(({ x, y }) => ({ x: x * stored.width, y: y * stored.height })) as [
    Point,
    Point,
    Point,
    Point,
  ];
  const [top, right, bottom, left] = [distance(a, b), distance(b, c), distance(c, d), distance(d, a)];
  const photographed = unlike(top, bottom) > ASKEW || unlike(left, right) > ASKEW;
  const width = Math.max(1, (top + bottom) / 2);
  const height = Math.max(1, (left + right) / 2);
  return { corners, size: photographed ? properSize(width, height) : { width, height }, photographed };
}

type Point = { readonly x: number; readonly y: number };
const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
const unlike = (one: number, other: number): number => Math.abs(one - other) / Math.max(one, other, 1);

function properSize(width: number, height: number): Size {
  const ratio = Math.max(width, height) / Math.min(width, height);
  const off = (proportion: number): number => Math.abs(ratio / proportion - 1);
  const [known] = [...KNOWN_PROPORTIONS].sort((one, other) => off(one) - off(other));
  if (known === undefined || off(known) > SHORTENED_BY) return { width, height };
  const short = Math.sqrt((width * height) / known);
  return width > height ? { width: short * known, height: short } : { width: short, height: short * known };
}
