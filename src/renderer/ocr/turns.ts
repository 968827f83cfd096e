import { type AskedPriority, priorityNow } from '../ports/page-reader.ts';

/** Gives the place back; calling it twice does nothing. */
export type GiveBack = () => void;

export type Turns = {
  /** Resolves when a place is free; null when `signal` was aborted first. */
  readonly take: (priority: AskedPriority, signal?: AbortSignal) => Promise<GiveBack | null>;
};

type Waiting = { readonly priority: AskedPriority; readonly go: (give: GiveBack | null) => void };

/**
 * `places` at once; those who wait are let in by the priority that they have then, and by order of coming. The one place where
 * concurrency and priority of reading live.
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
    take: (priority, signal) =>
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
          priority,
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
  const looking = waiting.findIndex((entry) => priorityNow(entry.priority) === 'looking');
  return waiting.splice(Math.max(looking, 0), 1)[0];
}
