export type SilenceWatch = {
  /** Waits for `work`; while any is under way nobody is silent. */
  readonly during: <T>(work: Promise<T>) => Promise<T>;
  readonly stop: () => void;
};

/** Calls `onSilent` once nothing has been asked for `silentMs`, from now on. */
export function watchSilence(silentMs: number, onSilent: () => void): SilenceWatch {
  let underWay = 0;
  let stopped = false;
  let timer = setTimeout(onSilent, silentMs);
  return {
    during: async (work) => {
      underWay += 1;
      clearTimeout(timer);
      try {
        return await work;
      } finally {
        underWay -= 1;
        if (underWay === 0 && !stopped) timer = setTimeout(onSilent, silentMs);
      }
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
