import type { Sha256 } from '../../shared/base/ids.ts';
import type { OutboxRow } from '../../shared/contracts/bridge/line-outbox.ts';

const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Why one page alone cannot be sent now. */
export type PageTrouble = Extract<
  OutboxRow['because'],
  'page-not-in-store' | 'page-damaged' | 'page-refused' | 'hash-differs'
>;

export type WaitingPages = {
  readonly setAside: (sha256: Sha256, trouble: PageTrouble) => number;
  readonly letGo: (sha256: Sha256) => void;
  readonly mayGo: (sha256: Sha256) => boolean;
  readonly troubleOf: (sha256: Sha256) => PageTrouble | null;
  /** When the first of these may be tried again; null when none waits. */
  readonly nextTryMs: (wanted: ReadonlySet<Sha256>) => number | null;
};

/** Pages that did not get through for a reason of their own: each waits by itself, longer each time, and holds up no other. */
export function createWaitingPages(nowMs: () => number): WaitingPages {
  const waiting = new Map<Sha256, { failures: number; notBeforeMs: number; trouble: PageTrouble }>();
  return {
    setAside: (sha256, trouble) => {
      const failures = (waiting.get(sha256)?.failures ?? 0) + 1;
      const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 16));
      waiting.set(sha256, { failures, notBeforeMs: nowMs() + pauseMs, trouble });
      return failures;
    },
    letGo: (sha256) => void waiting.delete(sha256),
    // A clock that was put back a year must not make a page wait for a year.
    mayGo: (sha256) => {
      const held = waiting.get(sha256);
      return (
        held === undefined || nowMs() >= held.notBeforeMs || held.notBeforeMs - nowMs() > LONGEST_PAUSE_MS
      );
    },
    troubleOf: (sha256) => waiting.get(sha256)?.trouble ?? null,
    nextTryMs: (wanted) => {
      const times = [...waiting].filter(([sha256]) => wanted.has(sha256)).map(([, held]) => held.notBeforeMs);
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}
