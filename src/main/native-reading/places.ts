/** `looking`: the officer has the page before the eyes; it goes before everything that waits. */
export type Urgency = 'looking' | 'background';

/** Gives the place back. */
type GiveBack = () => void;

export type Places = {
  /** Resolves when a place is free; null when `signal` was aborted first. */
  readonly take: (urgency: Urgency, signal: AbortSignal) => Promise<GiveBack | null>;
};

/** `count` at once; who waits is let in by urgency, then by order of coming. */
export function createPlaces(count: number): Places {
  const waiting: { readonly urgency: Urgency; readonly enter: () => void }[] = [];
  let free = count;

  const admit = (): void => {
    while (free > 0 && waiting.length > 0) {
      const urgent = waiting.findIndex(({ urgency }) => urgency === 'looking');
      const [next] = waiting.splice(Math.max(urgent, 0), 1);
      free -= 1;
      next?.enter();
    }
  };
  const giveBack = (): void => {
    free += 1;
    admit();
  };

  return {
    take: (urgency, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve(null);
          return;
        }
        const leave = (): void => {
          waiting.splice(waiting.indexOf(place), 1);
          resolve(null);
        };
        const place = {
          urgency,
          enter: () => {
            signal.removeEventListener('abort', leave);
            resolve(giveBack);
          },
        };
        signal.addEventListener('abort', leave, { once: true });
        waiting.push(place);
        admit();
      }),
  };
}
