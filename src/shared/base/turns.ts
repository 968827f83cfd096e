/** `looking`: the officer has it before the eyes; it goes before everything that waits. */
export type Urgency = 'looking' | 'background';

/** How urgent something is, now or whenever it is asked: the officer may come to look at what waits. */
export type AskedUrgency = Urgency | (() => Urgency);

export const urgencyNow = (asked: AskedUrgency): Urgency => (typeof asked === 'function' ? asked() : asked);

/** What is needed of an `AbortSignal`, which window and main both have. */
type StopSignal = {
  readonly aborted: boolean;
  readonly addEventListener: (type: 'abort', hear: () => void, once: { readonly once: true }) => void;
  readonly removeEventListener: (type: 'abort', hear: () => void) => void;
};

/** Gives the place back; calling it twice does nothing. */
export type GiveBack = () => void;

export type Turns = {
  /** Resolves when a place is free; null when `signal` was aborted first. */
  readonly take: (urgency: AskedUrgency, signal?: StopSignal) => Promise<GiveBack | null>;
  /** One more place for who has the only one that is taken; null when others are at work, or there is but one. */
  readonly takeSecond: () => GiveBack | null;
};

type Waiting = { readonly urgency: AskedUrgency; readonly go: (give: GiveBack | null) => void };

/**
 * `places` at once; those who wait are let in by the urgency that they have then, and by order of coming. Engines in the
 * window and programs of the PC are shared out by it.
 */
export function createTurns(places: number): Turns {
  let free = places;
  const waiting: Waiting[] = [];

  const giveBack = (): GiveBack => {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = takeNext(waiting);
      if (next === undefined) free += 1;
      else next.go(giveBack());
    };
  };

  return {
    takeSecond: () => {
      if (free === 0 || free !== places - 1) return null;
      free -= 1;
      return giveBack();
    },
    take: (urgency, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve(null);
          return;
        }
        if (free > 0) {
          free -= 1;
          resolve(giveBack());
          return;
        }
        const leave = (): void => {
          waiting.splice(waiting.indexOf(entry), 1);
          resolve(null);
        };
        const entry: Waiting = {
          urgency,
          go: (give) => {
            signal?.removeEventListener('abort', leave);
            resolve(give);
          },
        };
        waiting.push(entry);
        signal?.addEventListener('abort', leave, { once: true });
      }),
  };
}

function takeNext(waiting: Waiting[]): Waiting | undefined {
  const looking = waiting.findIndex((entry) => urgencyNow(entry.urgency) === 'looking');
  return waiting.splice(Math.max(looking, 0), 1)[0];
}
