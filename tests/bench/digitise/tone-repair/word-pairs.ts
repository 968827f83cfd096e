/** A word as read beside the word of the transcript; null where one of them has no partner. */
export type WordPair = { readonly read: number | null; readonly meant: string | null };

const GAP = 0.6;
const LEAST_DIFFERENCE = 0.1;

function letterDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let a = 0; a < one.length; a += 1) {
    const next = [a + 1];
    for (let b = 0; b < other.length; b += 1) {
      const replaced = (row[b] ?? 0) + (one[a] === other[b] ? 0 : 1);
      next.push(Math.min(replaced, (row[b + 1] ?? 0) + 1, (next[b] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const difference = (one: string, other: string): number =>
  one === other
    ? 0
    : LEAST_DIFFERENCE + (1.2 * letterDistance(one, other)) / Math.max(one.length, other.length);

/** Puts read words beside the words of the transcript so that as little as possible differs. `read` is an index. */
export function wordPairs(read: readonly string[], meant: readonly string[]): readonly WordPair[] {
  const width = meant.length + 1;
  const costs = new Float64Array((read.length + 1) * width);
  const costAt = (r: number, m: number): number => costs[r * width + m] ?? 0;
  const together = (r: number, m: number): number =>
    costAt(r - 1, m - 1) + difference(read[r - 1] ?? '', meant[m - 1] ?? '');
  for (let r = 0; r <= read.length; r += 1) {
    for (let m = 0; m < width; m += 1) {
      const left = r > 0 ? costAt(r - 1, m) + GAP : Number.POSITIVE_INFINITY;
      const missed = m > 0 ? costAt(r, m - 1) + GAP : Number.POSITIVE_INFINITY;
      const paired = r > 0 && m > 0 ? together(r, m) : Number.POSITIVE_INFINITY;
      costs[r * width + m] = r + m === 0 ? 0 : Math.min(left, missed, paired);
    }
  }
  const pairs: WordPair[] = [];
  let r = read.length;
  let m = meant.length;
  while (r > 0 || m > 0) {
    if (r > 0 && m > 0 && together(r, m) <= costAt(r, m) + 1e-9) {
      r -= 1;
      m -= 1;
      pairs.push({ read: r, meant: meant[m] ?? null });
    } else if (r > 0 && costAt(r - 1, m) + GAP <= costAt(r, m) + 1e-9) {
      r -= 1;
      pairs.push({ read: r, meant: null });
    } else {
      m -= 1;
      pairs.push({ read: null, meant: meant[m] ?? null });
    }
  }
  return pairs.reverse();
}
