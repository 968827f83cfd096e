import { expect, it } from 'vitest';
import { buildIfStale } from '../../build/app/build-if-stale.ts';
import { runKills } from '../chaos/kill.ts';

const SEED = 20_261_122;

it('three kills of the whole process tree lose nothing and do nothing twice', async () => {
  buildIfStale();
  const { rows, violations } = await runKills({ seed: SEED, runs: 3 });
  expect(violations).toEqual([]);
  expect(rows.filter(({ holds }) => !holds)).toEqual([]);
});

it('the run bites: a disk that forgets an acknowledged dossier is found', async () => {
  const { violations } = await runKills({ seed: SEED, runs: 1, forgetfulDisk: true });
  expect(violations.map(({ rule }) => rule)).toContain('I1');
});
