import type { LineStatus } from '../../shared/contracts/bridge/line-status.ts';
import type { Outstanding } from './outstanding.ts';
import type { Rate } from './rate.ts';

export type LineStanding = {
  readonly status: () => LineStatus;
  readonly onStatus: (listener: (status: LineStatus) => void) => () => void;
  readonly move: (state: LineStatus['state']) => void;
  readonly fail: (state: LineStatus['state'], nextTryInMs: number) => void;
  /** A signed word came just now. */
  readonly heard: () => void;
  readonly referenceVersion: (version: number) => void;
  readonly changed: () => void;
  readonly isUp: () => boolean;
};

/** States in which the city answers and takes what is sent. */
const UP: ReadonlySet<LineStatus['state']> = new Set(['up', 'sending', 'clock-differs']);

/** The status as the screen shows it; listeners are called when something in it changed. */
export function createLineStanding(now: () => Date, outstanding: Outstanding, rate: Rate): LineStanding {
  const listeners = new Set<(status: LineStatus) => void>();
  let state: LineStatus['state'] = 'never-tried';
  let since = now().toISOString();
  let lastHeardAt: string | null = null;
  let nextTryAt: string | null = null;
  let referenceVersion = 0;

  function status(): LineStatus {
    const counts = outstanding.counts();
    const bytesPerSecond = rate.bytesPerSecond();
    const up = UP.has(state);
    const secondsLeft =
      counts.unsentBytes === 0
        ? 0
        : bytesPerSecond === null || !up
          ? null
          : counts.unsentBytes / bytesPerSecond;
    return { state, since, lastHeardAt, ...counts, bytesPerSecond, secondsLeft, nextTryAt, referenceVersion };
  }

  function changed(): void {
    const current = status();
    for (const listener of listeners) listener(current);
  }

  function move(to: LineStatus['state'], tryAt: string | null): void {
    const quiet = to === state && tryAt === nextTryAt;
    if (to !== state) since = now().toISOString();
    state = to;
    nextTryAt = tryAt;
    if (!quiet) changed();
  }

  return {
    status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move: (to) => move(to, null),
    fail: (to, nextTryInMs) => move(to, new Date(now().getTime() + nextTryInMs).toISOString()),
    heard: () => {
      lastHeardAt = now().toISOString();
      changed();
    },
    referenceVersion: (version) => {
      referenceVersion = version;
    },
    changed,
    isUp: () => UP.has(state),
  };
}
