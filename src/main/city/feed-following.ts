import type { CityEvent } from '../../shared/contracts/city/events.ts';
import { pauseAfter } from './backoff.ts';
import { deskTrouble } from './desk-trouble.ts';
import { type Answer, faulty, type LineFault } from './line-fault.ts';
import { createPause } from './pause.ts';
import type { LinePorts } from './ports.ts';

/** Spared as a city that fails is: half a minute at most. */
const disagreeing = faulty('city-failing', 'feed-disagrees').fault;
/** The city lets an empty poll wait; something in between that answers at once must not make the feed spin. */
const SOONEST_NEXT_POLL_MS = 1000;

export type FeedFollowing = {
  /** Follows the feed, unless it does already or has to rest after a failure. */
  readonly begin: () => void;
  /** Milliseconds until it may be begun again; null while it is followed. */
  readonly restsForMs: () => number | null;
  /** What this desk itself could not do with the city's words. */
  readonly ownTrouble: () => LineFault | null;
  readonly stop: () => Promise<void>;
};

/** Follows the feed until it fails; then it rests, and whoever began it looks what became of the line. */
export function createFeedFollowing(parts: {
  readonly ports: Pick<LinePorts, 'random' | 'log'>;
  readonly listen: () => Promise<Answer<readonly CityEvent[] | 'city-put-back'>>;
  readonly signal: AbortSignal;
  readonly onWords: (words: readonly CityEvent[] | 'city-put-back') => void;
  readonly onFailed: () => void;
}): FeedFollowing {
  const { ports, signal } = parts;
  const pause = createPause();
  let following: Promise<void> | null = null;
  let failures = 0;
  let notBeforeMs = 0;
  /** One after the other, without a poll between that agreed. */
  let putBacks = 0;
  let ownTrouble: LineFault | null = null;

  async function follow(): Promise<void> {
    for (;;) {
      const askedMs = performance.now();
      const heard = await parts.listen().catch((defect: unknown) => deskTrouble(ports.log, defect));
      if (signal.aborted) return;
      ownTrouble = !heard.ok && heard.fault.kind === 'desk-trouble' ? heard.fault : null;
      if (!heard.ok) {
        ports.log('feed-failed', { kind: heard.fault.kind, code: heard.fault.code });
        failures += 1;
        notBeforeMs = performance.now() + pauseAfter(heard.fault, failures, ports.random);
        return;
      }
      failures = 0;
      const wasPutBack = heard.value === 'city-put-back';
      putBacks = wasPutBack ? putBacks + 1 : 0;
      // An empty reply is not signed, so it is no word of the city.
      if (heard.value.length > 0) parts.onWords(heard.value);
      // A city that never agrees with itself (two behind one address) must not be heard from its first word on without end.
      if (heard.value.length === 0) await pause.wait(askedMs + SOONEST_NEXT_POLL_MS - performance.now());
      else if (putBacks > 1) await pause.wait(pauseAfter(disagreeing, putBacks, ports.random));
    }
  }

  return {
    begin: () => {
      if (performance.now() < notBeforeMs) return;
      following ??= follow().finally(() => {
        following = null;
        if (!signal.aborted) parts.onFailed();
      });
    },
    restsForMs: () => (following === null ? Math.max(0, notBeforeMs - performance.now()) : null),
    ownTrouble: () => ownTrouble,
    stop: async () => {
      pause.wake();
      await following;
    },
  };
}
