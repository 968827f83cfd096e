import { describe, expect, it } from 'vitest';
import { compareHeads, type Standing } from '../../../src/renderer/sync/compare-heads.ts';
import type { LogHead } from '../../../src/shared/domain/desk-log/desk-event.ts';

const at = (seq: number, digit: string): LogHead => ({ seq, hash: digit.repeat(64) as LogHead['hash'] });
const cases: readonly [string, LogHead, LogHead, string | null, boolean, Standing][] = [
  ['the same end', at(5, 'a'), at(5, 'a'), 'a', true, 'same'],
  ['the journal went on', at(5, 'a'), at(9, 'c'), 'a', true, 'behind'],
  ['rows are missing', at(5, 'a'), at(5, 'a'), 'a', false, 'rebuild'],
  ['the journal lost its end', at(9, 'c'), at(5, 'a'), null, true, 'ahead'],
  ['the journal lost its end and the copy rows', at(9, 'c'), at(5, 'a'), null, false, 'ahead'],
  ['another history of the same length', at(5, 'a'), at(5, 'b'), 'b', true, 'branched'],
  ['another history that went on', at(5, 'a'), at(9, 'c'), 'b', false, 'branched'],
];

describe('copy and journal', () => {
  it.each(cases)('%s', (_what, copy, journal, digit, whole, standing) => {
    const hashAtCopy = digit === null ? null : digit.repeat(64);
    expect(compareHeads(copy, journal, hashAtCopy, whole)).toBe(standing);
  });
});
