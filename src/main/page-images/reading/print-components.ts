import type { GreyPicture } from '../text-skew.ts';

/** Pieces of connected ink, 8-connected, as parallel columns; edges are inclusive pixels. */
export type PrintComponents = {
  readonly count: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly top: Int32Array;
  readonly bottom: Int32Array;
  readonly area: Int32Array;
};

/**
 * Connected pieces of everything at or below `threshold`, found row by row from runs of ink: one pass over the pixels,
 * about 40 ms for an A4 page at 200 dpi.
 */
export function findComponents({ pixels, width, height }: GreyPicture, threshold: number): PrintComponents {
  let room = 1 << 16;
  let starts = new Int32Array(room);
  let ends = new Int32Array(room);
  let rows = new Int32Array(room);
  let parents = new Int32Array(room);
  let runs = 0;
  const grow = (): void => {
    room *= 2;
    const larger = (full: Int32Array<ArrayBuffer>) => {
      const copy = new Int32Array(room);
      copy.set(full);
      return copy;
    };
    [starts, ends, rows, parents] = [larger(starts), larger(ends), larger(rows), larger(parents)];
  };

  const rootOf = (run: number): number => {
    let root = run;
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
    let at = run;
    while (at !== root) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };

  let aboveFrom = 0;
  let aboveTo = 0;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const from = runs;
    let above = aboveFrom;
    let x = 0;
    while (x < width) {
      if ((pixels[row + x] ?? 255) > threshold) {
        x++;
        continue;
      }
      const start = x;
      while (x < width && (pixels[row + x] ?? 255) <= threshold) x++;
      if (runs === room) grow();
      const run = runs++;
      starts[run] = start;
      ends[run] = x - 1;
      rows[run] = y;
      parents[run] = run;
      while (above < aboveTo && (ends[above] ?? 0) < start - 1) above++;
      for (let other = above; other < aboveTo && (starts[other] ?? 0) <= x; other++) {
        const [one, two] = [rootOf(run), rootOf(other)];
        // the older run stays the root, so that roots come in reading order
        if (one !== two) parents[Math.max(one, two)] = Math.min(one, two);
      }
    }
    aboveFrom = from;
    aboveTo = runs;
  }

  const names = new Int32Array(runs).fill(-1);
  let count = 0;
  for (let run = 0; run < runs; run++) if (rootOf(run) === run) names[run] = count++;
  const left = new Int32Array(count).fill(width);
  const right = new Int32Array(count).fill(-1);
  const top = new Int32Array(count).fill(height);
  const bottom = new Int32Array(count).fill(-1);
  const area = new Int32Array(count);
  for (let run = 0; run < runs; run++) {
    const name = names[rootOf(run)] ?? 0;
    const [start, end, y] = [starts[run] ?? 0, ends[run] ?? 0, rows[run] ?? 0];
    if (start < (left[name] ?? 0)) left[name] = start;
    if (end > (right[name] ?? 0)) right[name] = end;
    if (y < (top[name] ?? 0)) top[name] = y;
    if (y > (bottom[name] ?? 0)) bottom[name] = y;
    area[name] = (area[name] ?? 0) + end - start + 1;
  }
  return { count, left, right, top, bottom, area };
}
