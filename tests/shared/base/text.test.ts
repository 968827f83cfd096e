import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/shared/base/canonical-json.ts';
import { foldText } from '../../../src/shared/base/fold-text.ts';
import { formatAmount } from '../../../src/shared/base/format-amount.ts';
import { parseTypedDate } from '../../../src/shared/base/parse-typed-date.ts';
import { assertNever, fail, ok } from '../../../src/shared/base/result.ts';

describe('folded text', () => {
  it('has no marks, no đ, no capitals, single spaces, composed or not', () => {
    expect(foldText('  Đăng ký\u00A0 KHAI sinh ')).toBe('dang ky khai sinh');
    expect(foldText('Nguyễn Thị Ước'.normalize('NFD'))).toBe('nguyen thi uoc');
  });
});

describe('typed dates', () => {
  it.each([
    ['15/01/1990', '1990-01-15'],
    ['5/1/1990', '1990-01-05'],
    ['05-01-1990', '1990-01-05'],
    [' 05011990 ', '1990-01-05'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2027', null],
    ['31/04/2026', null],
    ['1990', null],
    ['15/13/1990', null],
    ['', null],
  ])('%j is %j', (text, date) => {
    expect(parseTypedDate(text)).toBe(date);
  });
});

describe('amounts', () => {
  it.each([
    [0, '0'],
    [2000, '2.000'],
    [75_000, '75.000'],
    [1_234_567, '1.234.567'],
    [99_999_999_999, '99.999.999.999'],
  ])('%i is written %s', (amount, text) => {
    expect(formatAmount(amount)).toBe(text);
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: ['ổ', null] })).toBe(canonicalJson({ a: ['ổ', null], b: 1 }));
  });

  it('refuses what is no JSON value', () => {
    expect(() => canonicalJson(undefined)).toThrow();
  });
});

describe('results', () => {
  it('carry facts only when there are some', () => {
    expect(fail('a-code', 'retry-later')).toEqual({
      ok: false,
      failure: { code: 'a-code', remedy: 'retry-later' },
    });
    expect(fail('a-code', 'officer-decides', { n: 1 }).failure.facts).toEqual({ n: 1 });
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(() => assertNever('odd' as never)).toThrow('odd');
  });
});
