import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AmountVnd } from '../../../../src/shared/base/money.ts';
import { amountInWords } from '../../../../src/shared/domain/receipt/amount-in-words.ts';
import { findTotal, sameFees } from '../../../../src/shared/domain/receipt/total-of.ts';
import { fee } from '../../support/a-dossier.ts';

describe('an amount in words', () => {
  it.each([
    [0, 'Không đồng'],
    [21, 'Hai mươi mốt đồng'],
    [2000, 'Hai nghìn đồng'],
    [5000, 'Năm nghìn đồng'],
    [8000, 'Tám nghìn đồng'],
    [15_000, 'Mười lăm nghìn đồng'],
    [24_000, 'Hai mươi tư nghìn đồng'],
    [75_000, 'Bảy mươi lăm nghìn đồng'],
    [105_000, 'Một trăm linh năm nghìn đồng'],
    [110_000, 'Một trăm mười nghìn đồng'],
    [135_000, 'Một trăm ba mươi lăm nghìn đồng'],
    [1_000_000, 'Một triệu đồng'],
    [1_001_005, 'Một triệu không trăm linh một nghìn không trăm linh năm đồng'],
    [10_000_000_000, 'Mười tỷ đồng'],
  ])('[RC-5] %i: %s', (amount, words) => {
    expect(amountInWords(AmountVnd.parse(amount))).toBe(words);
  });

  it('[RC-5] of any amount: capital first letter, "đồng" at the end, single spaces, composed letters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (amount) => {
        const words = amountInWords(AmountVnd.parse(amount));
        expect(words).toMatch(/^\p{Lu}\p{Ll}*(?: \p{Ll}+)* đồng$/u);
        expect(words).toBe(words.normalize('NFC'));
      }),
    );
  });

  it('[RC-5] different amounts have different words', () => {
    const amount = fc.integer({ min: 0, max: 9_999_999 });
    fc.assert(
      fc.property(amount, amount, (one, two) => {
        const same = amountInWords(AmountVnd.parse(one)) === amountInWords(AmountVnd.parse(two));
        expect(same).toBe(one === two);
      }),
    );
  });
});

describe('the total', () => {
  it('[RC-2] is the sum of unit times quantity, or none when a receipt cannot hold it', () => {
    expect(findTotal([])).toBe(0);
    expect(findTotal([fee('a', 2000, false, 2), fee('b', 1000, false, 7)])).toBe(11_000);
    expect(findTotal([fee('a', 99_999_999_999), fee('b', 1)])).toBeNull();
  });

  it('[DO-4] the same fees may have been checked by somebody else', () => {
    expect(sameFees([fee('a', 1, true)], [fee('a', 1, false)])).toBe(true);
    expect(sameFees([fee('a', 1)], [fee('a', 1, false, 2)])).toBe(false);
    expect(sameFees([fee('a', 1)], [])).toBe(false);
  });
});
