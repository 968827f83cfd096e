import { describe, expect, it } from 'vitest';
import { isSyllable } from '../../../../../src/shared/domain/reading/values/syllable.ts';

describe('syllables', () => {
  it.each(
    'Nguyễn Huỳnh Khuyết Thủy Thuỷ Hòa Hoà Quyên Giang Nghiêm Ưng Yến Đặng Phượng Trâm Oanh'.split(' '),
  )('[RD-5] %s is one', (word) => expect(isSyllable(word)).toBe(true));
  it.each('Nguyên̂ Nguyen Vlệt ÌNaIm Bât HỎẶ Đìnhh Kbông'.split(' '))('[RD-5] %s is none', (word) =>
    expect(isSyllable(word.normalize('NFC'))).toBe(false),
  );
});
