import { expect, it } from 'vitest';
import { runCorrupt } from './run-corrupt.ts';

it('[I1] hurt files of journal and pages come back or are told, with a copy, the city alone and neither', async () => {
  const { rows, violations } = await runCorrupt({ seed: 20_261_122, runs: 15 });
  expect(violations).toEqual([]);
  expect(rows.every(({ holds }) => holds)).toBe(true);
}, 300_000);
