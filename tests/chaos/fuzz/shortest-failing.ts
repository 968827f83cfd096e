/**
 * Leaves out halves, quarters… of a list as long as it still fails. Kills fall at moments that are not the same twice, so
 * a shorter list counts only when it failed again; `budget` tries at most.
 */
export async function shortestFailing<T>(
  whole: readonly T[],
  fails: (list: readonly T[]) => Promise<boolean>,
  budget: number,
): Promise<readonly T[]> {
  let shortest = whole;
  let left = budget;
  for (
    let size = Math.ceil(whole.length / 2);
    size >= 1 && left > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  )
    for (let from = 0; from < shortest.length && left > 0; ) {
      const shorter = [...shortest.slice(0, from), ...shortest.slice(from + size)];
      left -= 1;
      if (await fails(shorter)) shortest = shorter;
      else from += size;
    }
  return shortest;
}
