import { expect, it } from 'vitest';
import { findEveryPoint } from './every-point.ts';
import { partUnpassed, UNPASSED } from './not-by-the-script.ts';

const every = findEveryPoint();

it('what is listed as not passed stands in the product, as often as it is listed', () => {
  const { listed, left } = partUnpassed(every);
  for (const { file, awaits } of UNPASSED) {
    const there = listed.filter((point) => point.startsWith(`src/${file}:`) && !point.endsWith(' done'));
    expect(there.length, file).toBeGreaterThanOrEqual(awaits.length);
  }
  expect(listed.length).toBe(2 * UNPASSED.flatMap(({ awaits }) => awaits).length);
  expect(left.length).toBeGreaterThan(listed.length);
});

it('an await covers one place of its name; a second place is left', () => {
  const points = [
    'src/main/journal/city-log.ts:9 log.append',
    'src/main/journal/city-log.ts:9 log.append done',
    'src/main/journal/city-log.ts:20 log.append',
    'src/main/journal/city-log.ts:20 log.append done',
  ];
  expect(partUnpassed(points)).toEqual({ listed: points.slice(0, 2), left: points.slice(2) });
});
