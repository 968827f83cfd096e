import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../../src/shared/base/dates.ts';
import { LOW_CONFIDENCE } from '../../../../src/shared/domain/reading/candidate.ts';
import type { PrintedWord } from '../../../../src/shared/domain/reading/printed-word.ts';
import { proposeFields } from '../../../../src/shared/domain/reading/propose-fields.ts';
import { layOut, readPage } from './read-page.ts';

const sha256 = 'a'.repeat(64);
const today = '2026-11-21' as LocalDate;
const propose = (words: readonly PrintedWord[]) => proposeFields({ words, sha256, today });
const values = (words: readonly PrintedWord[]) =>
  Object.fromEntries(propose(words).map(({ name, value }) => [name, value]));
const only = (words: readonly PrintedWord[], name: string) =>
  propose(words).find((field) => field.name === name);

describe('pages as the engine read them', () => {
  it.each([
    [
      'decision',
      {
        'document-number': '117/QĐ-UBND',
        'issue-date': '2025-08-04',
        'document-title':
          'QUYẾT ĐỊNH Về việc kiện toàn tổ chuyển đổi số cộng đồng và giao nhiệm vụ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính',
        'issuing-body': 'ỦY BAN NHÂN DÂN PHƯỜNG AN THỊNH',
      },
    ],
    [
      'notice',
      {
        'document-number': '30/TB-TTPVHCC',
        'issue-date': '2025-10-08',
        'document-title':
          'THÔNG BÁO Về việc tiếp nhận, trả kết quả giải quyết thủ tục hành chính không phụ thuộc vào địa giới hành chính',
        'issuing-body': 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      },
    ],
    [
      'intake-slip',
      {
        'document-number': '000.26.07.H26-251121-0119',
        'issue-date': '2025-11-20',
        'person-name': 'Vương Thị Mẫu',
        'document-title': 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
        'issuing-body': 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      },
    ],
    [
      'photographed-decision',
      {
        'document-number': '118/QĐ-UBND',
        'issue-date': '2025-08-05',
        'issuing-body': 'ỦY BAN NHÂN DÂN PHƯỜNG AN THỊNH',
      },
    ],
    ['skewed-decision', { 'document-number': '117/QĐ-UBND', 'issue-date': '2025-08-04' }],
    ['letter-photocopy', { 'document-number': '425/UBND-TTPVHCC', 'issue-date': '2025-09-11' }],
    ['law', { 'document-number': '40/2013/QH13', 'issuing-body': 'QUỐC HỘI' }],
    [
      'circular',
      { 'document-number': '150/2020/TT-BCA', 'issue-date': '2020-12-31', 'issuing-body': 'BỘ CÔNG AN' },
    ],
    [
      'stamped-decree',
      {
        'document-number': '28/2021/NĐ-CP',
        'issue-date': '2021-03-26',
        'document-title':
          'NGHỊ ĐỊNH Quy định cơ chế quản lý tài chính dự án đầu tư theo phương thức đối tác công tư',
      },
    ],
    ['id-card-front', { 'document-number': '036176000000', 'person-name': 'PHÙNG KHÁNH VY' }],
  ])('%s', (name, expected) => {
    expect(values(readPage(name))).toMatchObject(expected);
  });

  it('[RD-10] a page without a head proposes nothing', () => {
    expect(values(readPage('last-page'))).toEqual({});
    expect(values(readPage('two-columns'))).toEqual({});
    expect(values([])).toEqual({});
  });

  it('gives each field the box of its words', () => {
    const words = readPage('decision');
    const printed = words.find((word) => word.text === '117/QĐ-UBND');
    expect(only(words, 'document-number')?.box).toEqual(printed?.box);
  });

  it('[RD-8] is never surer of a field whose words were read less surely', () => {
    const at = (confidence: number) =>
      propose(
        readPage('notice').map((word) => ({ ...word, confidence: Math.min(word.confidence, confidence) })),
      );
    const levels = [1, 0.96, 0.9, 0.8, 0.6, 0.3].map(at);
    for (const [n, level] of levels.entries()) {
      for (const field of level) {
        const before = levels[n - 1]?.find(({ name }) => name === field.name);
        if (before?.value === field.value) expect(field.confidence).toBeLessThanOrEqual(before.confidence);
      }
    }
  });
});

describe('number', () => {
  const number = (line: string) =>
    only(
      layOut(`ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH A Độc lập - Tự do\n${line}`),
      'document-number',
    );

  it.each([
    ['Số: 12/2021/TLKT', '12/2021/TLKT'],
    ['Số: 155 /2020/NĐ-CP', '155/2020/NĐ-CP'],
    ['Số: 45/2021', '45/2021'],
    ['Số: H26.12-260105-0042', 'H26.12-260105-0042'],
    ['So: 07/GXN-UBND', '07/GXN-UBND'],
  ])('[RD-2] %s', (line, value) => {
    expect(number(line)?.value).toBe(value);
  });

  it('[RD-2] outside a head only behind a printed label', () => {
    const body = (line: string) => only(layOut(`Điều 4.\n${line}`), 'document-number');
    expect(body('số 56/2021/TT-BCA ngày 15 tháng 5 năm 2021')).toBeUndefined();
    expect(body('Thông tư Số: 56/2021/TT-BCA')).toBeUndefined();
    expect(body('Số: 123/2019')?.value).toBe('123/2019');
  });

  it('[RD-3] repairs digits and the lost stroke of Đ, and is then less sure', () => {
    expect(number('Số: l1O/QD-UBND')).toMatchObject({ value: '110/QĐ-UBND', raw: 'l1O/QD-UBND' });
    expect(number('Số: l1O/QD-UBND')?.confidence).toBeLessThan(LOW_CONFIDENCE);
    expect(number('Số: 110/QĐ-UBND')?.confidence).toBeGreaterThan(LOW_CONFIDENCE);
  });

  it('[RD-2] neither an empty number nor a law that the text refers to', () => {
    expect(number('Số: /QĐ-UBND')).toBeUndefined();
    expect(number('Căn cứ Luật Đất đai số 31/2024/QH15')).toBeUndefined();
  });

  it('[RD-9] a personal id is never sure', () => {
    expect(number('Số: 001190000000')?.confidence).toBeLessThan(LOW_CONFIDENCE);
  });
});

describe('day of issue', () => {
  const day = (line: string) =>
    only(layOut(`SỞ TƯ PHÁP CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do\n${line}`), 'issue-date');

  it('[RD-4] a place and a day of the head', () => {
    expect(day('Số: 1/QĐ-STP Hà Nội, ngày 05 tháng 8 năm 2025')?.value).toBe('2025-08-05');
    expect(day('Số: 1/QĐ-STP Hà Nội, ngày I5 tháng O8 năm 2025')).toMatchObject({ value: '2025-08-15' });
  });

  it('[RD-4] a day that does not exist is none; one after today is never sure', () => {
    expect(day('Hà Nội, ngày 31 tháng 02 năm 2025')).toBeUndefined();
    expect(day('Hà Nội, ngày 22 tháng 11 năm 2026')?.confidence).toBeLessThan(LOW_CONFIDENCE);
    expect(day('Hà Nội, ngày 01 tháng 01 năm 1870')?.confidence).toBeLessThan(LOW_CONFIDENCE);
  });

  it('[RD-4] neither a birth nor an expiry nor the day of a law', () => {
    expect(day('Ngày sinh: ngày 05 tháng 8 năm 1990')).toBeUndefined();
    expect(day('Có giá trị đến: 14/08/2030')).toBeUndefined();
    expect(day('Căn cứ Nghị định số 1/2020/NĐ-CP ngày 05 tháng 8 năm 2020')).toBeUndefined();
  });

  it('[RD-4] a labelled day of a card', () => {
    expect(day('Ngày, tháng, năm / Date, month, year: 25/04/2021')?.value).toBe('2021-04-25');
  });
});

describe('person', () => {
  const person = (...lines: string[]) => only(layOut(lines.join('\n')), 'person-name')?.value;

  it.each([
    [['Họ, chữ đệm, tên: NGUYỄN VĂN AN Giới tính: Nam'], 'NGUYỄN VĂN AN'],
    [['Họ và tên: Trần Thị Bích Ngọc Sinh ngày: 01/02/1990'], 'Trần Thị Bích Ngọc'],
    [['Họ và tên / Full name:', 'LÊ ĐÌNH ĐỨC', 'Ngày sinh: 01/01/1980'], 'LÊ ĐÌNH ĐỨC'],
    [['Tôi là: Phạm Minh, sinh năm 1970'], 'Phạm Minh'],
    [['Ho va ten: Vũ Thị Hoa Dân tộc: Kinh'], 'Vũ Thị Hoa'],
  ])('[RD-5] %s', (lines, name) => {
    expect(person(...lines)).toBe(name);
  });

  it('[RD-5] a heading of a form behind the label is never sure, a spoilt word ends the name', () => {
    const field = (line: string) => only(layOut(line), 'person-name');
    expect(field('Họ và tên CHỦ HỘ')?.confidence ?? 0).toBeLessThan(LOW_CONFIDENCE);
    expect(field('Họ và tên: CHU VĂN AN')?.confidence).toBeGreaterThan(LOW_CONFIDENCE);
    expect(field('Họ và tên: ViỆt ÌNaIm')).toBeUndefined();
  });

  it('[RD-5] dotted lines and one word are no name', () => {
    expect(person('Họ và tên: ........................')).toBeUndefined();
    expect(person('Họ và tên: An')).toBeUndefined();
  });
});

describe('title', () => {
  const title = (...lines: string[]) => only(layOut(lines.join('\n')), 'document-title')?.value;
  const head = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];

  it('[RD-6] a title in capitals over several lines ends where ordinary letters begin', () => {
    expect(title(...head, '', 'TỜ KHAI', 'ĐĂNG KÝ LẠI KHAI SINH', 'Kính gửi: UBND')).toBe(
      'TỜ KHAI ĐĂNG KÝ LẠI KHAI SINH',
    );
    expect(title(...head, '', 'GIẤY KHAI SINH', 'Họ, chữ đệm, tên: NGUYỄN VĂN AN')).toBe('GIẤY KHAI SINH');
  });

  it('[RD-6] headings inside the body are none', () => {
    expect(title(...head, '', 'Điều 1. Phạm vi', 'QUY ĐỊNH CHUNG')).toBeUndefined();
  });
});
