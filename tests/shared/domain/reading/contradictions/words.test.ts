import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AmountVnd } from '../../../../../src/shared/base/money.ts';
import { dayOfWords } from '../../../../../src/shared/domain/reading/contradictions/day-words.ts';
import { numberOfWords } from '../../../../../src/shared/domain/reading/contradictions/number-words.ts';
import { amountInWords } from '../../../../../src/shared/domain/receipt/amount-in-words.ts';
import { dayInWords, isoDay } from '../../../../support/forms/invented-people.ts';

describe('numbers in words', () => {
  it('[RD-14] reads back whatever the receipt writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (amount) => {
        expect(numberOfWords(amountInWords(amount as AmountVnd))).toBe(amount);
      }),
    );
  });

  it.each([
    ['một nghìn chín trăm chín mươi', 1990],
    ['Hai nghìn không trăm linh năm', 2005],
    ['hai muoi mot', 21],
    ['mồng một', 1],
  ])('[RD-14] %s', (words, number) => expect(numberOfWords(words)).toBe(number));

  it('[RD-14] words that are no number contradict nothing', () => {
    expect(numberOfWords('một nghìn chín trãm xyz')).toBeNull();
    expect(numberOfWords('')).toBeNull();
  });
});

describe('days in words', () => {
  it('[RD-14] reads back every day as certificates write it', () => {
    fc.assert(
      fc.property(
        fc.record({
          day: fc.integer({ min: 1, max: 28 }),
          month: fc.integer({ min: 1, max: 12 }),
          year: fc.integer({ min: 1900, max: 2030 }),
        }),
        (day) => {
          expect(dayOfWords(dayInWords(day))).toBe(isoDay(day));
        },
      ),
    );
  });

  it('[RD-14] April is "tư", May is "năm"', () => {
    expect(dayOfWords('Ngày năm, tháng tư, năm hai nghìn không trăm linh năm')).toBe('2005-04-05');
    expect(dayOfWords('Ngày năm tháng năm năm một nghìn chín trăm tám mươi lăm')).toBe('1985-05-05');
  });
});
