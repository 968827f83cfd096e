import { atMost, type ReportRow } from '../../bench/report.ts';
import type { Violation } from '../violation.ts';
import { pause } from './wait-until.ts';

/** A turn takes some 15 seconds on a quiet machine. */
const LEAST_LIMIT_MS = 240_000;
const FIRST_DAY_LIMIT_MS = 420_000;
/** A first day is the longest turn of all; a turn that takes so many of them does not end any more. */
const FIRST_DAYS = 6;
/** From the end of the process tree until what waited for it is told so. */
const LAST_WORDS_MS = 10_000;
const LOOK_MS = 5000;
/** More turns than this share that end for the harness's own reasons, and the run has shown nothing. */
const MOST_SHARE = 0.02;

export type TurnParts = {
  /** Ends every process of the desk. */
  readonly end: () => Promise<void>;
  /** What stands on the screen, for the one who has to find out why. */
  readonly screen: () => Promise<string>;
  readonly keep: (violations: readonly Violation[]) => void;
  /** For a turn, until the first day has said how quick this machine is. */
  readonly leastLimitMs?: number;
};

/**
 * Runs the turns of a run one by one, so that none hangs and none goes by in silence: after its limit its processes are
 * ended and it is counted as "did not settle"; a turn that finds no way on is a violation of `script`.
 */
export function createLimitedTurns({ end, screen, keep, leastLimitMs = LEAST_LIMIT_MS }: TurnParts) {
  const unsettled: string[] = [];
  let turns = 0;
  let limitMs = leastLimitMs;

  const seen = (): Promise<string> =>
    Promise.race([
      screen().catch((gone: unknown) => String(gone)),
      pause(LOOK_MS).then(() => 'the screen does not answer'),
    ]);
  const endTree = async (): Promise<void> => {
    await Promise.race([end(), pause(LAST_WORDS_MS)]);
  };
  /** Null when it did not settle in time; what it throws is thrown. */
  async function limited<T>(
    at: () => string,
    work: () => Promise<T>,
    ms: number,
  ): Promise<{ readonly value: T } | null> {
    turns += 1;
    let watchdog: NodeJS.Timeout | undefined;
    const late = new Promise<null>((settle) => {
      watchdog = setTimeout(() => settle(null), ms);
    });
    const working = work().then((value) => ({ value }));
    try {
      const first = await Promise.race([working, late]);
      if (first !== null) return first;
    } finally {
      clearTimeout(watchdog);
    }
    const where = `${at()}, after ${Math.round(ms / 1000)} s; the screen: ${await seen()}`;
    unsettled.push(where);
    console.log(`  ✘ harness: did not settle at ${where}`);
    await endTree();
    // What is left of it must not act upon the next turn.
    await Promise.race([working.catch(() => null), pause(LAST_WORDS_MS)]);
    return null;
  }

  return {
    /** The turn that all others need: its failure is the run's. What the others may take is measured by it. */
    first: async <T>(work: () => Promise<T>): Promise<T> => {
      const startedMs = performance.now();
      const done = await limited(() => 'the first day', work, FIRST_DAY_LIMIT_MS);
      if (done === null) throw new Error('harness: the first day did not settle');
      limitMs = Math.max(leastLimitMs, FIRST_DAYS * (performance.now() - startedMs));
      return done.value;
    },

    /** @param at where the turn is, asked when it does not settle or finds no way on. @param times limits that it may take */
    turn: async <T>(at: () => string, work: () => Promise<T>, times = 1): Promise<T | null> => {
      try {
        return (await limited(at, work, limitMs * times))?.value ?? null;
      } catch (thrown) {
        const message = thrown instanceof Error ? thrown.message : String(thrown);
        const why = message.split('\n').slice(0, 3).join(' ');
        keep([{ rule: 'script', what: `${at()}: ${why}; the screen: ${await seen()}` }]);
        await endTree();
        return null;
      }
    },

    row: (): ReportRow =>
      atMost(
        'turns that did not settle and were ended',
        unsettled.length,
        '',
        Math.max(1, Math.floor(turns * MOST_SHARE)),
      ),
  };
}
export type LimitedTurns = ReturnType<typeof createLimitedTurns>;
