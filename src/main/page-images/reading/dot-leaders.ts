import type { PrintComponents } from './print-components.ts';

/** In heights of a letter (its x-height with marks, about half the type's size). */
const DOT = { highest: 0.35, widest: 3 };
/** Dots of a leader follow each other this closely, and lie this level. */
const GAP = 0.7;
const LEVEL = 0.18;
/** An ellipsis has three dots; a leader is longer than this many letter heights. */
const SHORTEST = 1.8;
const FEWEST_DOTS = 5;

/**
 * Dots of dotted lines ("Họ và tên: ........"): rows of pieces as low as a full stop, close together and level. Where
 * the dots of a worn form run together, a piece counts for as many dots as it is wide.
 * @param letterHeight median height of the page's letters
 * @returns which components they are
 */
export function findDotLeaders(components: PrintComponents, letterHeight: number): readonly number[] {
  const { count, left, right, top, bottom, area } = components;
  const dots: number[] = [];
  for (let at = 0; at < count; at++) {
    const height = (bottom[at] ?? 0) - (top[at] ?? 0) + 1;
    const width = (right[at] ?? 0) - (left[at] ?? 0) + 1;
    if (height > DOT.highest * letterHeight || width > DOT.widest * letterHeight) continue;
    // one or two pixels are noise, and would chain up anything
    if ((area[at] ?? 0) >= 3) dots.push(at);
  }
  dots.sort((one, other) => (left[one] ?? 0) - (left[other] ?? 0));

  type Chain = { members: number[]; right: number; bottom: number; left: number; dots: number };
  let open: Chain[] = [];
  const found: number[] = [];
  const close = (chain: Chain): void => {
    const long = chain.right - chain.left >= SHORTEST * letterHeight;
    if (long && chain.dots >= FEWEST_DOTS) found.push(...chain.members);
  };
  for (const at of dots) {
    const [x, end, base] = [left[at] ?? 0, right[at] ?? 0, bottom[at] ?? 0];
    const height = base - (top[at] ?? 0) + 1;
    const still: Chain[] = [];
    let mine: Chain | null = null;
    for (const chain of open) {
      if (x - chain.right > GAP * letterHeight) {
        close(chain);
        continue;
      }
      still.push(chain);
      if (
        mine === null &&
        x > chain.right &&
        Math.abs(base - chain.bottom) <= Math.max(2, LEVEL * letterHeight)
      )
        mine = chain;
    }
    open = still;
    const worth = Math.max(1, Math.round((end - x + 1) / (2.2 * height)));
    if (mine === null) open.push({ members: [at], left: x, right: end, bottom: base, dots: worth });
    else {
      mine.members.push(at);
      mine.right = end;
      mine.bottom = base;
      mine.dots += worth;
    }
  }
  open.forEach(close);
  return found;
}
