import { expect, it } from 'vitest';
import { buildIfStale } from '../../build/app/build-if-stale.ts';
import type { ChaosOutcome } from '../chaos/chaos-run.ts';
import { runCrashPoints } from '../chaos/crash-points/run-crash-points.ts';
import { runDiskFull } from '../chaos/disk-full/run-disk-full.ts';
import { whyNoDiskImage } from '../chaos/power/disk-image.ts';
import { runPowerCuts } from '../chaos/power/run-power-cuts.ts';
import { runTwoWriters } from '../chaos/two-writers/run-two-writers.ts';

/** Short runs on the whole desk; the long ones are by hand (tests/chaos/README.md). A busy machine may take its time. */
const SEED = 20_261_122;
const LIMIT_MS = 900_000;

const noDisk = await whyNoDiskImage();
if (noDisk !== null)
  console.warn(`power cuts and bad disks are left out, no disk image can be mounted: ${noDisk}`);

function expectWhole({ rows, violations }: ChaosOutcome): void {
  expect(violations).toEqual([]);
  expect(rows.filter(({ holds }) => !holds)).toEqual([]);
}

it('the power goes at named points of one dossier: nothing is lost, nothing happens twice', {
  timeout: LIMIT_MS,
}, async () => {
  expectWhole(await runCrashPoints({ seed: SEED, runs: 3 }));
});

it.skipIf(noDisk !== null)(
  'a power cut as the disk sees it loses nothing that was promised',
  { timeout: LIMIT_MS },
  async () => {
    buildIfStale();
    expectWhole(await runPowerCuts({ seed: SEED, runs: 1, alwaysAskCopy: true }));
  },
);

it.skipIf(noDisk !== null)(
  'a disk that goes and comes back stops nobody for good',
  { timeout: LIMIT_MS },
  async () => {
    buildIfStale();
    expectWhole(await runDiskFull({ seed: SEED, runs: 1 }));
  },
);

it('two writers take no number twice, and the run bites: without the head check they do', {
  timeout: LIMIT_MS,
}, async () => {
  expectWhole(await runTwoWriters({ seed: SEED, runs: 20 }));
  const { violations } = await runTwoWriters({ seed: SEED, runs: 20, off: 'head-check' });
  expect(violations.map(({ rule }) => rule)).toContain('I3');
});
