import type { PrintComponents } from './print-components.ts';

/** In heights of a letter. */
const SPECK_LARGEST = 0.4;
const LETTER_LEAST = 0.5;
const LETTER_MOST = 6;
/** Full stops, commas, hyphens and marks are nearer than this to a letter. */
const NEAR_LETTER = 0.75;
/** Dots over and under a letter are nearer than this. */
const AT_LETTER = 0.4;
/** From this many lonely specks on, a page is taken for a dirty copy and is cleaned between its letters too. */
const DIRTY_FROM = 150;
/** On a dirty copy specks are as large as nine of ten lonely ones; larger dots may be print. */
const USUAL_SHARE = 0.9;
/** A full stop is about a quarter of a letter's height; what is smaller by so much cannot be one. */
const SMALLER_THAN_DOT = 0.2;

/**
 * Specks: tiny pieces with no letter near. On a dirty photocopy also those between the letters, where the lonely ones
 * show how large its specks are and that is less than a full stop of the letters there.
 * @param letterHeight median height of the page's letters
 * @param leaders dots of leaders: print, hence no sign of dirt
 * @returns which components they are
 */
export function findSpecks(
  components: PrintComponents,
  letterHeight: number,
  size: { readonly width: number; readonly height: number },
  leaders: ReadonlySet<number>,
): readonly number[] {
  const { count, left, right, top, bottom } = components;
  const sizeOf = (at: number): number =>
    Math.max((right[at] ?? 0) - (left[at] ?? 0), (bottom[at] ?? 0) - (top[at] ?? 0)) + 1;
  const letters: number[] = [];
  for (let at = 0; at < count; at++) {
    const height = sizeOf(at);
    if (height >= LETTER_LEAST * letterHeight && height <= LETTER_MOST * letterHeight) letters.push(at);
  }
  const near = heightsNear(components, letters, NEAR_LETTER * letterHeight, letterHeight, size);
  const close = heightsNear(components, letters, AT_LETTER * letterHeight, letterHeight, size);

  const lonely: number[] = [];
  const between: number[] = [];
  for (let at = 0; at < count; at++) {
    if (leaders.has(at) || sizeOf(at) > SPECK_LARGEST * letterHeight) continue;
    if (near(at) === 0) lonely.push(at);
    else if (close(at) === 0 || sizeOf(at) < SMALLER_THAN_DOT * close(at)) between.push(at);
  }
  if (lonely.length < DIRTY_FROM) return lonely;
  const sizes = lonely.map(sizeOf).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length * USUAL_SHARE)] ?? 0;
  return [...lonely, ...between.filter((at) => sizeOf(at) <= usual)];
}

/** Height of the smallest letter within reach of a piece, 0 where there is none; looked up on a coarse grid. */
function heightsNear(
  { left, right, top, bottom }: PrintComponents,
  letters: readonly number[],
  reach: number,
  letterHeight: number,
  { width, height }: { readonly width: number; readonly height: number },
): (at: number) => number {
  const cell = Math.max(2, Math.round(letterHeight / 4));
  const across = Math.ceil(width / cell) + 1;
  const heights = new Uint16Array(across * (Math.ceil(height / cell) + 1));
  for (const at of letters) {
    const own = (bottom[at] ?? 0) - (top[at] ?? 0) + 1;
    const toX = Math.min(width - 1, (right[at] ?? 0) + reach) / cell;
    const toY = Math.min(height - 1, (bottom[at] ?? 0) + reach) / cell;
    for (let y = Math.floor(Math.max(0, (top[at] ?? 0) - reach) / cell); y <= toY; y++) {
      for (let x = Math.floor(Math.max(0, (left[at] ?? 0) - reach) / cell); x <= toX; x++) {
        const before = heights[y * across + x] ?? 0;
        if (before === 0 || own < before) heights[y * across + x] = own;
      }
    }
  }
  return (at) => {
    const x = Math.floor(((left[at] ?? 0) + (right[at] ?? 0)) / 2 / cell);
    const y = Math.floor(((top[at] ?? 0) + (bottom[at] ?? 0)) / 2 / cell);
    return heights[y * across + x] ?? 0;
  };
}
