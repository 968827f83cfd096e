import { buildChaosDesk } from '../chaos-build/build-chaos-desk.ts';
import type { SwitchName } from '../chaos-build/switches.ts';
import { runCrashPoints } from '../crash-points/run-crash-points.ts';
import { runPowerCuts } from '../power/run-power-cuts.ts';
import { runTwoWriters } from '../two-writers/run-two-writers.ts';
import type { Bite } from './bite.ts';

/** Each protection off, one at a time, and the run that must fail then. */
export const BITES: readonly Bite<SwitchName>[] = [
  {
    off: 'fsync',
    means: 'a commit is answered without a flush',
    run: 'power',
    breaks: 'I1',
    bite: (seed) =>
      runPowerCuts({
        seed,
        runs: 1,
        app: buildChaosDesk(),
        env: { CHAOS_OFF: 'fsync' },
        alwaysAskCopy: true,
      }),
  },
  {
    off: 'strict',
    means: "the window's copy is written with Chromium's default durability",
    run: 'power',
    breaks: 'I1',
    bite: (seed) =>
      runPowerCuts({
        seed,
        runs: 1,
        app: buildChaosDesk(),
        env: { CHAOS_OFF: 'strict' },
        alwaysAskCopy: true,
      }),
  },
  {
    off: 'idempotency-key',
    means: 'every press of "Tiếp nhận" is a new order',
    run: 'crash-points',
    breaks: 'I2',
    bite: (seed) =>
      runCrashPoints({
        seed,
        runs: 2,
        off: 'idempotency-key',
        // In the journal, and not yet in the copy: the draft is still there to be received again.
        at: /^receive, src\/renderer\/storage\/save-changes\.ts/,
      }),
  },
  {
    off: 'state-before-send',
    means: 'a commit is answered, shown and printed before it is written',
    run: 'crash-points',
    breaks: 'I1',
    bite: (seed) => runCrashPoints({ seed, runs: 1, off: 'state-before-send', at: /^print, / }),
  },
  {
    off: 'head-check',
    means: 'the journal takes a commit that was decided on an older head',
    run: 'two-writers',
    breaks: 'I3',
    bite: (seed) => runTwoWriters({ seed, runs: 50, off: 'head-check' }),
  },
];
