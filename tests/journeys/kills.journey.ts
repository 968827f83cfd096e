import { expect, it } from 'vitest';
import { buildIfStale } from '../../build/app/build-if-stale.ts';
import { runKills } from '../chaos/kill.ts';

const SEED = 20_261_122;
/** A busy machine may take its time; a turn that hangs is ended long before (limited-turns.ts). */
const LIMIT_MS = 900_000;

it('three kills of the whole process tree lose nothing and do nothing twice', {
  timeout: LIMIT_MS,
}, async () => {
  buildIfStale();
  const { rows, violations } = await runKills({ seed: SEED, runs: 3 });
  expect(violations).toEqual([]);
  expect(rows.filter(({ holds }) => !holds)).toEqual([]);
});

it('the run bites: a disk that forgets an acknowledged dossier is found', { timeout: LIMIT_MS }, async () => {
  const { violations } = await runKills({ seed: SEED, runs: 1, forgetfulDisk: true });
  expect(violations.map(({ rule }) => rule)).toContain('I1');
});
