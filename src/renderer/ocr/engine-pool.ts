import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { AskedUrgency } from '../../shared/base/turns.ts';
import { createTurns } from '../../shared/base/turns.ts';
import type { Engine, StartEngine } from './engine.ts';

export type PoolFailure = Failure<
  'reading-engine-failed' | 'reading-timed-out' | 'reading-crashed' | 'reading-cancelled'
>;

export type EnginePool<In, Out> = {
  readonly run: (
    input: In,
    priority: AskedUrgency,
    signal?: AbortSignal,
  ) => Promise<Result<Out, PoolFailure>>;
  /** Has one engine ready before there is work. */
  readonly warm: () => void;
  readonly close: () => void;
};

export type EnginePoolSettings = {
  readonly size: number;
  /** Longest time for one page before its engine is thrown away. */
  readonly runTimeoutMs: number;
  readonly startTimeoutMs: number;
  /** Engines that have had nothing to do for so long give their memory back (~90 MB each). */
  readonly idleMs: number;
};

/**
 * Up to `size` engines, started when needed. Every job settles: an engine that falls over or does not answer in time
 * is thrown away, the job is tried once more on a fresh one, and then fails.
 */
export function createEnginePool<In, Out>(
  start: StartEngine<In, Out>,
  settings: EnginePoolSettings,
): EnginePool<In, Out> {
  const turns = createTurns(settings.size);
  const idle: Engine<In, Out>[] = [];
  const all = new Set<Engine<In, Out>>();
  let closed = false;
  let warming = false;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  const discard = (engine: Engine<In, Out>): void => {
    all.delete(engine);
    engine.stop();
  };
  const engineAtHand = async (): Promise<Engine<In, Out> | 'failed'> => {
    const ready = idle.pop();
    if (ready !== undefined) return ready;
    const started = start();
    const outcome = await settleWithin(started, settings.startTimeoutMs);
    if (outcome.kind === 'value') {
      all.add(outcome.value);
      // Closed while it came up: it goes at once, and its job with it.
      if (closed) discard(outcome.value);
      return closed ? 'failed' : outcome.value;
    }
    // One that comes up after all must not linger.
    started.then((late) => late.stop()).catch(() => undefined);
    return 'failed';
  };
  const restLater = (): void => {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => {
      for (const engine of idle.splice(0)) discard(engine);
    }, settings.idleMs);
  };

  const attempt = async (input: In): Promise<Result<Out, PoolFailure>> => {
    const engine = await engineAtHand();
    if (engine === 'failed') return fail('reading-engine-failed', 'call-support');
    const outcome = await settleWithin(engine.run(input), settings.runTimeoutMs);
    if (outcome.kind === 'value') {
      idle.push(engine);
      restLater();
      return ok(outcome.value);
    }
    discard(engine);
    return outcome.kind === 'late'
      ? fail('reading-timed-out', 'officer-decides', { seconds: settings.runTimeoutMs / 1000 })
      : fail('reading-crashed', 'officer-decides');
  };

  /** Where warming fails, the first job will be told why. */
  const warm = async (): Promise<void> => {
    if (warming || all.size > 0) return;
    warming = true;
    const giveBack = await turns.take('background');
    try {
      const engine = await engineAtHand();
      if (engine === 'failed') return;
      idle.push(engine);
      restLater();
    } finally {
      warming = false;
      giveBack?.();
    }
  };

  return {
    warm: () => void warm(),
    run: async (input, priority, signal) => {
      const giveBack = await turns.take(priority, signal);
      if (giveBack === null) return fail('reading-cancelled', 'officer-decides');
      try {
        const first = await attempt(input);
        return first.ok || signal?.aborted === true ? first : await attempt(input);
      } finally {
        giveBack();
      }
    },
    close: () => {
      closed = true;
      clearTimeout(idleTimer);
      for (const engine of all) engine.stop();
      all.clear();
      idle.length = 0;
    },
  };
}

type Settled<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'broken' }
  | { readonly kind: 'late' };

/** Waits for `work`, but never longer than `ms`. */
function settleWithin<T>(work: Promise<T>, ms: number): Promise<Settled<T>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'late' }), ms);
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve({ kind: 'value', value });
      },
      () => {
        clearTimeout(timer);
        resolve({ kind: 'broken' });
      },
    );
  });
}
