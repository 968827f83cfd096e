import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeWords } from '../../../../../src/shared/domain/reading/layout/arrange-words.ts';
import type { PrintedWord } from '../../../../../src/shared/domain/reading/printed-word.ts';
import { ASPECT, linesOf, type SetLine, setPage } from './set-page.ts';

const arranged = (lines: readonly SetLine[]): readonly string[] =>
  linesOf(arrangeWords(setPage(lines), { aspect: ASPECT }));

/** Lines over the whole width, as the body of a letter has. */
const body = (fromMm: number, lines = 6): readonly SetLine[] =>
  Array.from({ length: lines }, (_, line) => [
    'Trong quá trình thực hiện nếu có khó khăn vướng mắc thì các cơ quan báo cáo',
    30,
    fromMm + 7 * line,
  ]);
const BODY = 'Trong quá trình thực hiện nếu có khó khăn vướng mắc thì các cơ quan báo cáo';

describe('what is print', () => {
  it('[LY-1] specks go, whatever was read in them; the hyphens of a list stay', () => {
    const lines = arranged([
      ...body(50, 3),
      ['Ũ', 20, 58, { widthMm: 0.4, heightMm: 0.4 }],
      ['-', 12, 64, { widthMm: 0.4, heightMm: 0.4, confidence: 0.93 }],
      ['-', 30, 92.5, { widthMm: 1.1, heightMm: 0.4 }],
      ['Như trên;', 33, 91],
    ]);
    expect(lines).toEqual([BODY, BODY, BODY, '- Như trên;']);
  });

  it('[LY-2] rules beside cells and scratches are no words', () => {
    expect(
      arranged([
        ...body(50, 2),
        ['3| |Giấy ủy quyền | _ ¬ 01_', 30, 70],
        ["'địa bàn minh gia,-", 30, 80],
        ['~ Công báo;', 30, 90],
      ]),
    ).toEqual([BODY, BODY, '3 Giấy ủy quyền 01', 'địa bàn minh gia,', '- Công báo;']);
  });

  it('[LY-2] marks that belong to the words stay: quotes, abbreviations, the end of a document', () => {
    const text = "kịp thời./. pdf,... No.: 100'S nêu tại 'khoản này' Đ. v.v.";
    expect(arranged([...body(50, 2), [text, 30, 70]])).toEqual([BODY, BODY, text]);
  });

  it('[LY-3] a pen and half a seal are no letters', () => {
    expect(
      arranged([
        ...body(50, 3),
        ['GIÁM ĐỐC', 120, 80],
        ['W', 125, 85, { confidence: 0.2, widthMm: 10, heightMm: 9 }],
        ['EU', 120, 100, { confidence: 0.16, widthMm: 40, heightMm: 1.4 }],
      ]),
    ).toEqual([BODY, BODY, BODY, 'GIÁM ĐỐC']);
  });

  it('[LY-4] lines that were never print go; machine-readable lines and unsure page numbers stay', () => {
    expect(
      arranged([
        ['7', 105, 10, { confidence: 0.5 }],
        ...body(50, 3),
        ['suối SỐ,', 30, 80, { confidence: 0.1 }],
        ['Ị', 160, 90, { confidence: 0.5 }],
        ['IDVNM1900000004001190000000<<5', 30, 100, { confidence: 0.2 }],
      ]),
    ).toEqual(['7', BODY, BODY, BODY, 'IDVNM1900000004001190000000<<5']);
  });

  it('[LY-5] an unsure word within a line stays, an unsure mark on its end goes', () => {
    const page = setPage([...body(50, 3), ["Nghị định này dung '", 30, 71], ['. minh.', 30, 78]]);
    const unsure = page.map((word) =>
      word.text === 'dung' || word.text === "'" ? { ...word, confidence: 0 } : word,
    );
    expect(linesOf(arrangeWords(unsure, { aspect: ASPECT }))).toEqual([
      BODY,
      BODY,
      BODY,
      'Nghị định này dung',
      'minh.',
    ]);
  });

  it('[LY-6] dot leaders are no text; what was read in them neither', () => {
    const page = setPage([
      ...body(50, 2),
      ['Họ và tên:......... đc... 3. Giới tính: ..........', 30, 70],
      ['ngày.......tháng', 30, 80],
    ]);
    const read = page.map((word) => (word.text === 'đc...' ? { ...word, confidence: 0.07 } : word));
    expect(linesOf(arrangeWords(read, { aspect: ASPECT }))).toEqual([
      BODY,
      BODY,
      'Họ và tên: 3. Giới tính:',
      'ngày tháng',
    ]);
  });
});

describe('in which order', () => {
  it('[LY-7] a head is read row by row, also where the engine made two blocks of it', () => {
    expect(
      arranged([
        ['UBND PHƯỜNG AN THỊNH', 25, 20],
        ['TRUNG TÂM PHỤC VỤ', 27, 26],
        ['HÀNH CHÍNH CÔNG', 29, 32],
        ['Số: 30/TB-TTPVHCC', 25, 41],
        ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 95, 20.5],
        ['Độc lập - Tự do - Hạnh phúc', 105, 26.5],
        ['An Thịnh, ngày 08 tháng 10 năm 2025', 98, 41.4],
        ['THÔNG BÁO', 95, 52],
        ...body(65),
      ]).slice(0, 5),
    ).toEqual([
      'UBND PHƯỜNG AN THỊNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'TRUNG TÂM PHỤC VỤ Độc lập - Tự do - Hạnh phúc',
      'HÀNH CHÍNH CÔNG',
      'Số: 30/TB-TTPVHCC An Thịnh, ngày 08 tháng 10 năm 2025',
      'THÔNG BÁO',
    ]);
  });

  it('[LY-7] signatures side by side are read row by row', () => {
    expect(
      arranged([
        ...body(50),
        ['THƯ KÝ', 45, 105],
        ['CHỦ TỌA', 140, 105],
        ['Tạ Minh Hằng', 40, 130],
        ['Trịnh Bá Quỳnh', 135, 130],
      ]).slice(6),
    ).toEqual(['THƯ KÝ CHỦ TỌA', 'Tạ Minh Hằng Trịnh Bá Quỳnh']);
  });

  it.each(['Nơi nhận:', 'Noi nhan:', 'kd nhận:'])(
    '[LY-9] after „%s“ the list, then the signature',
    (label) => {
      const foot: readonly SetLine[] = [
        ['- Như Điều 3; CHỦ TỊCH', 30, 106],
        ['- Thường trực Đảng ủy;', 30, 111.5],
        ['- Lưu: VT.', 30, 117],
        ['Đặng Hoài Thu', 130, 130],
      ];
      const page = setPage([...body(50), [`${label} TM. ỦY BAN NHÂN DÂN`, 30, 100], ...foot]);
      // The engine read each row of the two columns as one line.
      const apart = page.map((word) =>
        /^(?:TM\.|ỦY|BAN|NHÂN|DÂN|CHỦ|TỊCH)$/.test(word.text)
          ? { ...word, box: { ...word.box, x: word.box.x + 70 / 210 } }
          : word,
      );
      expect(linesOf(arrangeWords(apart, { aspect: ASPECT })).slice(6)).toEqual([
        label,
        '- Như Điều 3;',
        '- Thường trực Đảng ủy;',
        '- Lưu: VT.',
        'TM. ỦY BAN NHÂN DÂN',
        'CHỦ TỊCH',
        'Đặng Hoài Thu',
      ]);
    },
  );

  it('[LY-8] [LY-10] columns of running text are read one after the other', () => {
    const column = (name: string, xMm: number): readonly SetLine[] =>
      Array.from({ length: 8 }, (_, line) => [
        `${name} dòng thứ ${line} của một bài báo`,
        xMm,
        50 + 7 * line,
      ]);
    const lines = arranged([
      ['BẢN TIN', 95, 30],
      ...column('trái', 25),
      ...column('phải', 112),
      ['9', 104, 285],
    ]);
    expect(lines).toHaveLength(18);
    expect(lines[0]).toBe('BẢN TIN');
    expect(lines.slice(1, 9).every((line) => line.startsWith('trái'))).toBe(true);
    expect(lines.slice(9, 17).every((line) => line.startsWith('phải'))).toBe(true);
    expect(lines[17]).toBe('9');
  });

  it.each([
    ['by its middle', 3.5, 3.5],
    ['by its top', 0, 0],
  ])('[LY-11] [LY-12] a cell of several lines is read whole; it stands level %s', (_, first, second) => {
    expect(
      arranged([
        ...body(30, 3),
        ['STT', 30, 60],
        ['Nội dung', 50, 60],
        ['Số lượng', 110, 60],
        ['Ghi chú', 150, 60],
        ['1', 31, 70 + first],
        ['Bình bột chữa cháy', 50, 70],
        ['xách tay loại 04 kg', 50, 77],
        ['05', 115, 70 + first],
        ['2', 31, 90 + second],
        ['Đèn pin có độ sáng', 50, 90],
        ['chịu được nước', 50, 97],
        ['02', 115, 90 + second],
        ['Hỏng thay thế', 150, 90 + second],
        ['3', 31, 110],
        ['Xà beng', 50, 110],
        ['01', 115, 110],
      ])
        .slice(3)
        .join(' '),
    ).toBe(
      'STT Nội dung Số lượng Ghi chú 1 Bình bột chữa cháy xách tay loại 04 kg 05 2 Đèn pin có độ sáng chịu được nước 02 Hỏng thay thế 3 Xà beng 01',
    );
  });
});

describe('whatever the engine gives', () => {
  const word: fc.Arbitrary<PrintedWord> = fc.record({
    text: fc.oneof(
      fc.constantFrom('-', 'a)', '1', '|', '......', 'Nơi', 'nhận:', 'STT', './.'),
      fc.string({ minLength: 1 }),
    ),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    box: fc.record({
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      width: fc.double({ min: 0, max: 0.3, noNaN: true }),
      height: fc.double({ min: 0, max: 0.1, noNaN: true }),
    }),
    line: fc.nat(30),
  });

  it('[LY-12] [LY-13] no word is invented, moved up or down or doubled, and lines are numbered in order', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 80 }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (words, aspect) => {
          const out = arrangeWords(words, { aspect });
          const heights = words.map(({ box }) => box.y);
          for (const { box } of out) expect(heights).toContain(box.y);
          // Only a leader divides a word.
          const leaders = words.filter(({ text }) => /[.…_·]{4,}|…{2,}/.test(text)).length;
          if (leaders === 0) expect(out.length).toBeLessThanOrEqual(words.length);
          const numbers = out.map(({ line }) => line);
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
          expect([...new Set(numbers)]).toEqual([...new Set(numbers)].map((_, line) => line));
        },
      ),
    );
  });

  it('[LY-13] a page of sure print loses nothing and stays as it is when arranged again', () => {
    const page = setPage(body(40, 20));
    const once = arrangeWords(page, { aspect: ASPECT });
    expect(once.map(({ text }) => text)).toEqual(page.map(({ text }) => text));
    expect(arrangeWords(once, { aspect: ASPECT })).toEqual(once);
  });
});
