/** A wait that can be cut short: `wake` ends the current one, or the next one at once when none is running. */
export type Pause = {
  readonly wait: (ms: number) => Promise<void>;
  readonly wake: () => void;
};

export function createPause(): Pause {
  let end: (() => void) | null = null;
  let woken = false;
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        if (woken) {
          woken = false;
          resolve();
          return;
        }
        const timer = setTimeout(() => end?.(), Math.max(0, ms));
        end = () => {
          clearTimeout(timer);
          end = null;
          woken = false;
          resolve();
        };
      }),
    wake: () => {
      woken = true;
      end?.();
    },
  };
}
