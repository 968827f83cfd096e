import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GrownMap, grownMap } from '../../../src/shared/base/grown-map.ts';

const rows = (map: ReadonlyMap<number, number>) => [...map];
/** Few keys, so that rows are also replaced; more than a leaf holds, so that the tree grows. */
const run = fc.array(fc.tuple(fc.nat(90), fc.nat()), { maxLength: 120 });

describe('a map that only grows', () => {
  it('reads as a Map of the same rows does, in the same order', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const plain = new Map<number, number>();
        let map: GrownMap<number, number> = grownMap();
        for (const some of runs) {
          for (const [key, value] of some) plain.set(key, value);
          map = map.withRows(some);
          expect(rows(map)).toEqual(rows(plain));
          expect([...map.keys()]).toEqual([...plain.keys()]);
          expect([...map.values()]).toEqual([...plain.values()]);
          expect(map.size).toBe(plain.size);
          for (let key = 0; key <= 91; key += 1) {
            expect(map.get(key)).toBe(plain.get(key));
            expect(map.has(key)).toBe(plain.has(key));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[DL-4] what was handed out stays as it was, also when two grow out of the same one', () => {
    // Each step grows out of any map made so far: the newest, an older one, the first.
    const steps = fc.array(fc.tuple(fc.nat(), run), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(steps, (grows) => {
        const made = [{ map: grownMap<number, number>(), plain: new Map<number, number>() }];
        for (const [from, some] of grows) {
          const { map, plain } = made[from % made.length] ?? { map: grownMap(), plain: new Map() };
          const next = new Map(plain);
          for (const [key, value] of some) next.set(key, value);
          made.push({ map: map.withRows(some), plain: next });
        }
        for (const { map, plain } of made) expect(rows(map)).toEqual(rows(plain));
        for (const before of made)
          for (const after of made) {
            const changed = rows(after.plain).filter(([key, value]) => before.plain.get(key) !== value);
            expect(after.map.rowsSince(before.map)).toEqual(changed);
            expect(after.map.rowsSince(before.plain)).toEqual(changed);
          }
      }),
      { numRuns: 150 },
    );
  });

  it('is itself when nothing is added, and taken as it is by who needs a grown one', () => {
    const map = grownMap([[1, 2]]);
    expect(map.withRows([])).toBe(map);
    expect(grownMap(map)).toBe(map);
    expect(rows(grownMap(new Map([[1, 2]])))).toEqual(rows(map));
    expect(map).toEqual(grownMap(new Map([[1, 2]])));
    expect(map).not.toEqual(grownMap([[1, 3]]));
    const other = [
      [3, 4],
      [1, 2],
    ] as const;
    expect(grownMap(other)).toEqual(map.withRows([[3, 4]]));
  });

  it('what changed is found without looking at every row', () => {
    const map = grownMap(Array.from({ length: 40_000 }, (_, at) => [at, at] as const));
    let looked = 0;
    const seen = new Map(map);
    const get = (key: number) => {
      looked += 1;
      return seen.get(key);
    };
    const before = { get } as unknown as ReadonlyMap<number, number>;
    const next = map.withRows([[20_000, -1]]);
    expect(next.rowsSince(map)).toEqual([[20_000, -1]]);
    expect(next.rowsSince(before)).toEqual([[20_000, -1]]);
    // Without a grown map to hold it against, every row is looked at.
    expect(looked).toBe(40_000);
  });
});
