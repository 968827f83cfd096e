import type { Bite } from '../bites/bite.ts';
import { runFuzz } from '../fuzz/fuzz.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import { runClock } from './clock.ts';
import { runLostAcks } from './lost-ack.ts';
import { runProxy } from './proxy.ts';
import { runRestore } from './restore.ts';

/** Each protection of the line off, one at a time, and the run that must fail then. */
export const LINE_BITES: readonly Bite<ProtectionName>[] = [
  {
    off: 'city-words-kept',
    means: 'the desk goes on after a verdict that it has not written down',
    run: 'lost-ack',
    breaks: 'truth',
    bite: (seed) => runLostAcks({ seed, runs: 2, without: 'city-words-kept', only: 'events' }),
  },
  {
    off: 'city-word-first',
    means: 'a dossier that the city says is withdrawn is signed off all the same',
    run: 'fuzz',
    breaks: 'model',
    bite: (seed) =>
      runFuzz({
        ...{ seed, runs: 1, without: 'city-word-first' },
        steps: [
          { act: 'receive', desk: 0, who: 'ha', intakeSeed: seed, killAfterMs: null },
          { act: 'rest' },
          { act: 'city-withdraws', desk: 0, pick: 0 },
          { act: 'rest' },
          { act: 'approve', desk: 0, who: 'dung', pick: 0, killAfterMs: null },
        ],
      }),
  },
  {
    off: 'lease-request-kept',
    means: 'a request for numbers is not saved before it is sent',
    run: 'lost-ack',
    breaks: 'I3',
    bite: (seed) =>
      runLostAcks({ seed, runs: 4, without: 'lease-request-kept', only: 'leases', killShare: 1 }),
  },
  {
    off: 'signature-checked',
    means: 'whatever comes over the line is believed',
    run: 'proxy',
    breaks: 'truth',
    bite: (seed) => runProxy({ seed, runs: 3, without: 'signature-checked', only: 'forged-signature' }),
  },
  {
    off: 'window-clock-checked',
    means: "papers bear the window's day",
    run: 'clock',
    breaks: 'truth',
    bite: (seed) => runClock({ seed, runs: 3, without: 'window-clock-checked', backDatedShare: 1 }),
  },
  {
    off: 'city-put-back-noticed',
    means: 'a city that has lost events is not given them again',
    run: 'restore',
    breaks: 'I7',
    bite: (seed) => runRestore({ seed, runs: 1, without: 'city-put-back-noticed', settleMs: 12_000 }),
  },
];
