/**
 * Puts this process's wall clock off by what `set` says, as a dead battery or a hand does: `new Date()` and `Date.now()`
 * jump, the monotonic clock and timers do not.
 */
export function installJumpingClock(offsetMs: number): {
  readonly set: (offsetMs: number) => void;
  readonly offset: () => number;
} {
  const TrueDate = Date;
  let offset = offsetMs;
  const now = (): number => TrueDate.now() + offset;
  globalThis.Date = new Proxy(TrueDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
  return {
    set: (to) => {
      offset = to;
    },
    offset: () => offset,
  };
}
