/** A connected shape of ink, in pixels; right and bottom are the last ones. */
export type Shape = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Red channel below this is ink: seals vanish, as they do for reading. */
const INK_BELOW = 140;

/**
 * Shapes on a page of about the size of a letter. Rules of tables, pictures, dots and dust are larger or smaller.
 * @param rgba 4 bytes a pixel
 * @param letter height of a usual letter of this page in pixels
 */
export function findLetterShapes(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  letter: number,
): readonly Shape[] {
  const runs = inkRuns(rgba, width, height);
  const parent = Int32Array.from({ length: runs.length }, (_, n) => n);
  const rootOf = (n: number): number => {
    let root = n;
    while (parent[root] !== root) {
      // half the way each time keeps the trees flat
      parent[root] = parent[parent[root] ?? root] ?? root;
      root = parent[root] ?? root;
    }
    return root;
  };
  joinTouching(runs, (one, other) => {
    parent[rootOf(other)] = rootOf(one);
  });
  const boxes = new Map<number, { left: number; top: number; right: number; bottom: number }>();
  for (const [n, { row, from, to }] of runs.entries()) {
    const root = rootOf(n);
    const box = boxes.get(root);
    if (box === undefined) boxes.set(root, { left: from, top: row, right: to, bottom: row });
    else {
      box.left = Math.min(box.left, from);
      box.right = Math.max(box.right, to);
      box.bottom = row;
    }
  }
  return [...boxes.values()].filter((box) => {
    const tall = box.bottom - box.top + 1;
    const wide = box.right - box.left + 1;
    return tall >= letter * 0.5 && tall <= letter * 2.2 && wide >= letter * 0.1 && wide <= letter * 5;
  });
}

type Run = { readonly row: number; readonly from: number; readonly to: number };

/** A page of noise has more runs than any text; then there is nothing to compare. */
const MOST_RUNS = 1_500_000;

function inkRuns(rgba: Uint8ClampedArray, width: number, height: number): readonly Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < height && runs.length < MOST_RUNS; row++) {
    let from = -1;
    for (let column = 0; column <= width; column++) {
      const ink = column < width && (rgba[(row * width + column) * 4] ?? 255) < INK_BELOW;
      if (ink && from < 0) from = column;
      if (!ink && from >= 0) {
        runs.push({ row, from, to: column - 1 });
        from = -1;
      }
    }
  }
  return runs;
}

/** Tells each pair of runs in neighbouring rows that touch, also at a corner. */
function joinTouching(runs: readonly Run[], join: (one: number, other: number) => void): void {
  let above = 0;
  for (const [n, run] of runs.entries()) {
    let other = runs[above];
    while (
      other !== undefined &&
      (other.row < run.row - 1 || (other.row === run.row - 1 && other.to < run.from - 1))
    )
      other = runs[++above];
    for (let at = above; ; at++) {
      const beside = runs[at];
      if (beside === undefined || beside.row !== run.row - 1 || beside.from > run.to + 1) break;
      join(at, n);
    }
  }
}
