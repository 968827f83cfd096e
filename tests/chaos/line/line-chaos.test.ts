import { describe, expect, it } from 'vitest';
import type { ChaosOutcome } from '../chaos-run.ts';
import { runFuzz } from '../fuzz/fuzz.ts';
import { runClock } from './clock.ts';
import { LINE_BITES } from './line-bites.ts';
import { runLostAcks } from './lost-ack.ts';
import { runProxy } from './proxy.ts';
import { runRestore } from './restore.ts';

/** Short runs on a desk without a window; the long ones are by hand (tests/chaos/README.md). */
const SEED = 20_261_122;
const LIMIT_MS = 600_000;

function expectWhole({ rows, violations }: ChaosOutcome): void {
  expect(violations).toEqual([]);
  expect(rows.filter(({ holds }) => !holds)).toEqual([]);
}

describe('the line under chaos', () => {
  it(
    'calls cut before, inside and after their reply leave everything in the city once',
    {
      timeout: LIMIT_MS,
    },
    async () => expectWhole(await runLostAcks({ seed: SEED, runs: 15 })),
  );

  it(
    'a strange proxy is called what it is, and nothing unsigned is believed',
    {
      timeout: LIMIT_MS,
    },
    async () => expectWhole(await runProxy({ seed: SEED, runs: 10 })),
  );

  it('two desks and a city do what the model says', { timeout: LIMIT_MS }, async () =>
    expectWhole(await runFuzz({ seed: SEED, runs: 1 })),
  );

  it('clocks that jump mix up no day and no order', { timeout: LIMIT_MS }, async () =>
    expectWhole(await runClock({ seed: SEED, runs: 8 })),
  );

  it('a city put back to an older backup is healed by its desks', { timeout: LIMIT_MS }, async () =>
    expectWhole(await runRestore({ seed: SEED, runs: 1 })),
  );

  it.each(LINE_BITES.filter(({ run }) => run !== 'restore'))(
    'the $run run bites: without $off $breaks is broken',
    {
      timeout: LIMIT_MS,
    },
    async ({ bite, breaks }) => {
      const { violations } = await bite(SEED);
      expect(violations.map(({ rule }) => rule)).toContain(breaks);
    },
  );
});
