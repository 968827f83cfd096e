/** Passes things on in the order of their numbers 0, 1, 2…, whatever order they come in. */
export function inOrder<T>(pass: (thing: T) => void): {
  readonly put: (number: number, thing: T) => void;
  /** How many were passed on. */
  readonly count: () => number;
} {
  const early = new Map<number, T>();
  let passed = 0;
  return {
    put: (number, thing) => {
      early.set(number, thing);
      for (;;) {
        const next = early.get(passed);
        if (next === undefined) return;
        early.delete(passed);
        passed += 1;
        pass(next);
      }
    },
    count: () => passed,
  };
}
