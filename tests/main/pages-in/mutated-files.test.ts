import { expect, it } from 'vitest';
import { measureMutated } from '../../bench/digitise/mutated-files.ts';

it('[PGI-5] sixty damaged files: none crashes or hangs, each is kept or refused with a sentence (all: npm run bench -- digitise)', async () => {
  const rows = await measureMutated({ seed: 60, count: 63 });
  expect(rows.filter(({ holds }) => !holds)).toEqual([]);
  expect(rows[0]).toMatchObject({ what: 'damaged files imported', value: 63 });
}, 240_000);
