import { expect, it } from 'vitest';
import type { Instant } from '../../../../src/shared/base/dates.ts';
import { checkReadiness, type ReadinessFacts } from '../../../../src/shared/domain/day/check-readiness.ts';

const at = (text: string) => text as Instant;
const fit: ReadinessFacts = {
  now: at('2026-11-20T07:00:00.000Z'),
  freeBytes: 50 * 1024 ** 3,
  referenceConfirmedAt: at('2026-11-20T01:00:00.000Z'),
  signInUntil: at('2026-12-20T01:00:00.000Z'),
  oldestUnsentAt: null,
  unsentReceipts: 4,
  clockDiffers: false,
};
const codes = (changed: Partial<ReadinessFacts>) =>
  checkReadiness({ ...fit, ...changed }).map(({ code, level }) => `${code} ${level}`);

it('[DAY-4] a desk that is fit for the shift is told nothing', () => {
  expect(codes({})).toEqual([]);
});

it('[DAY-4] it warns before it blocks: disk, reference data, sign-in without a line, what is unsent', () => {
  expect(codes({ freeBytes: 1.5 * 1024 ** 3 })).toEqual(['disk-low look']);
  expect(codes({ freeBytes: 100 * 1024 ** 2 })).toEqual(['disk-low wrong']);
  expect(codes({ referenceConfirmedAt: at('2026-11-16T07:00:00.000Z') })).toEqual(['reference-old look']);
  expect(codes({ referenceConfirmedAt: at('2026-11-01T07:00:00.000Z') })).toEqual(['reference-old wrong']);
  expect(codes({ signInUntil: at('2026-11-23T07:00:00.000Z') })).toEqual(['sign-in-ends look']);
  expect(codes({ signInUntil: at('2026-11-19T07:00:00.000Z') })).toEqual(['sign-in-ends wrong']);
  expect(codes({ oldestUnsentAt: at('2026-11-19T06:00:00.000Z') })).toEqual(['unsent-old look']);
});

it('[DAY-5] receipts that have not left are told from 15:30 on, and the gravest stands first', () => {
  expect(codes({ now: at('2026-11-20T08:29:00.000Z') })).toEqual([]);
  expect(codes({ now: at('2026-11-20T08:30:00.000Z'), freeBytes: 1.5 * 1024 ** 3 })).toEqual([
    'receipts-unsent wrong',
    'disk-low look',
  ]);
});
