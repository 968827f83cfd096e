import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createToneRepair } from '../../../../../src/shared/domain/reading/tone-repair/repair-tones.ts';
import { printed, smallRepair, textOf } from './small-model.ts';

const repaired = (text: string, confidence?: number): string =>
  textOf(smallRepair.repair(printed(text, confidence)));

const assets = resolve(import.meta.dirname, '../../../../../build/ocr-assets');
const { repair } = createToneRepair(readFileSync(resolve(assets, 'tones.model')));
const repairedByDesk = (text: string, confidence?: number): string =>
  textOf(repair(printed(text, confidence)));

const readWord = fc.oneof(
  fc.constantFrom(
    ...'cơ quan thâm quyên tô chức thực hiên Bộ Công CÔNG AN đăng trủ, hộ) gia 12/2023 QĐ-UBND Nguyễn Văn hoà'.split(
      ' ',
    ),
  ),
  fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== ''),
  fc.stringMatching(/^[a-zđăâêôơư]{0,4}\d[a-zA-Z\d/-]{0,6}$/),
);
const page = fc.array(
  fc.record({
    text: readWord,
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    line: fc.nat(4),
    box: fc.constant({ x: 0.1, y: 0.2, width: 0.3, height: 0.01 }),
  }),
  { maxLength: 25 },
);

describe('repair of tone marks', () => {
  it('[TR-4] puts lost marks back by what stands beside the word', () => {
    expect(repaired('cơ quan có thâm quyên tô chức thực hiện')).toBe(
      'cơ quan có thẩm quyền tổ chức thực hiện',
    );
    expect(repaired('hồ sơ và đữ cơ quan đăng ký cư trủ')).toContain('đăng ký cư trú');
  });

  it('[TR-4] hears the next line, keeps case and punctuation', () => {
    expect(repaired('người có (thâm\nquyên), tô chức')).toBe('người có (thẩm quyền), tổ chức');
    expect(repairedByDesk('Cơ quan có THÂM QUYỀN tô chức')).toBe('Cơ quan có THẨM QUYỀN tổ chức');
  });

  it('[TR-4] leaves a word that is right where it stands', () => {
    const right = 'Cơ quan đăng ký cư trú thẩm định hồ sơ và cập nhật thông tin';
    for (const confidence of [0.1, 0.5, 0.9]) expect(repaired(right, confidence)).toBe(right);
  });

  it('[TR-1][TR-6] keeps box and line, says what was read, and is never surer than before', () => {
    const words = printed('cơ quan có thâm quyền', 0.9);
    const after = smallRepair.repair(words);
    expect(after[3]).toEqual({ ...words[3], text: 'thẩm', asRead: 'thâm', confidence: 0.79 });
    expect(after.filter((word) => word.asRead !== undefined)).toHaveLength(1);
    expect(smallRepair.repair(printed('có thâm quyền', 0.4))[1]?.confidence).toBe(0.4);
  });

  it('[TR-1] the same words, boxes and lines come out, whatever goes in', () => {
    fc.assert(
      fc.property(page, (words) => {
        const after = repair(words);
        expect(after.map(({ box, line }) => ({ box, line }))).toEqual(
          words.map(({ box, line }) => ({ box, line })),
        );
        expect(after.map(({ asRead, text }) => asRead ?? text)).toEqual(words.map(({ text }) => text));
      }),
    );
  });

  it('[TR-2] digits, ids and codes pass untouched', () => {
    fc.assert(
      fc.property(page, (words) => {
        for (const [at, { text }] of repair(words).entries()) {
          const read = words[at]?.text ?? '';
          if (/\p{N}/u.test(read) || /[\p{L}][^\p{L}\p{M}]+\p{L}/u.test(read)) expect(text).toBe(read);
        }
      }),
    );
    for (const kept of [
      'Chương VIII',
      'theo QĐ-UBND',
      'ứng dụng VNeID',
      'số 12/2023/NĐ-CP',
      'khoản 1 điểm đ)',
    ]) {
      expect(repairedByDesk(kept, 0.3)).toBe(kept);
    }
    const english = 'The minister of public security in charge of the law on residence';
    expect(repairedByDesk(english, 0.3)).toBe(english);
  });

  it('[TR-3] names of people stay as they were read', () => {
    const given = fc.constantFrom(...'Thâm Quyên Tô Chúc Hoa Hoà Đăng Ky Chi Tin Trú Bô Lân Sô'.split(' '));
    const surname = fc.constantFrom(...'Nguyễn Nguyên Trần Lê Lẻ Phạm Hoàng Đỗ Đô Võ Bùi'.split(' '));
    const before = fc.constantFrom(
      'Họ và tên:',
      'cơ quan đăng ký cho ông',
      'Chủ hộ là bà',
      'Người có thẩm quyền',
      'KT. BỘ TRƯỞNG\n',
    );
    fc.assert(
      fc.property(
        before,
        surname,
        fc.array(given, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (label, family, others, capitals, confidence) => {
          const mixed = [family, ...others].join(' ');
          const name = capitals ? mixed.toUpperCase() : mixed;
          expect(repairedByDesk(`${label} ${name}`.replace('\n ', '\n'), confidence).endsWith(name)).toBe(
            true,
          );
        },
      ),
    );
  });

  it('[TR-3] places stay as they were read', () => {
    for (const place of ['phường Thục Phán', 'xã Mê Linh', 'thôn Thông Nông', 'tỉnh Cà Mâu', 'phường Láng']) {
      expect(repairedByDesk(`nơi thường trú tại ${place}`, 0.6)).toContain(place);
    }
  });

  it('[TR-5] repairing twice changes no more than once', () => {
    fc.assert(
      fc.property(page, (words) => {
        const once = repair(words);
        expect(repair(once)).toEqual(once);
      }),
    );
  });

  it('[TR-7] both spellings stay; a repaired word is spelled as the page is', () => {
    expect(repaired('Cộng hoà xã hội chủ nghĩa', 0.3)).toBe('Cộng hoà xã hội chủ nghĩa');
    expect(repaired('Cộng hòa xã hội chủ nghĩa', 0.3)).toBe('Cộng hòa xã hội chủ nghĩa');
    expect(repaired('thuỷ khoẻ cộng hỏa xã hội chủ nghĩa')).toContain('cộng hoà xã');
    expect(repaired('cộng hỏa xã hội chủ nghĩa')).toContain('cộng hòa xã');
  });

  it('[TR-8] every word that it writes stands in the texts', () => {
    expect(repaired('qwx zzyx thâmm quyênn', 0)).not.toMatch(/qwx.*(?:thẩmm|quyềnn)/);
    expect(repaired('sửa đối, bổ sung một số điêu')).toBe('sửa đổi, bổ sung một số điều');
  });
});
