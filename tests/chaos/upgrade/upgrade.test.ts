import { expect, it } from 'vitest';
import { runUpgrade } from './run-upgrade.ts';

it('[I1–I7] a profile of the previous version with 500 unsent dossiers opens whole, works on, and reaches the city once', async () => {
  const { rows, violations } = await runUpgrade({ seed: 20_261_122, runs: 1 });
  expect(violations).toEqual([]);
  expect(rows.filter(({ holds }) => !holds)).toEqual([]);
}, 600_000);
