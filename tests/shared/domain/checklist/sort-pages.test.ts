import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { groupPages, type SortedPage } from '../../../../src/shared/domain/checklist/group-pages.ts';
import { kindsAskedBy } from '../../../../src/shared/domain/checklist/kinds-asked.ts';
import { findPaperFlaws } from '../../../../src/shared/domain/checklist/paper-flaws.ts';
import { isSeparator, SEPARATOR_TEXT } from '../../../../src/shared/domain/checklist/separator.ts';
import {
  type ChecklistRow,
  likenessOf,
  proposeSorting,
} from '../../../../src/shared/domain/checklist/sort-pages.ts';
import { Procedure } from '../../../../src/shared/domain/procedure/procedure.ts';

const file = new URL('../../../city/sample-catalogue/procedures.json', import.meta.url);
const procedures = z.array(Procedure).parse(JSON.parse(readFileSync(file, 'utf8')));

const page = (pageId: string, more: Partial<SortedPage> = {}): SortedPage => ({
  pageId,
  kind: null,
  title: null,
  separator: false,
  blank: false,
  ...more,
});
const row = (paperId: string, name: string, more: Partial<ChecklistRow> = {}): ChecklistRow => ({
  paperId,
  name,
  hasPages: false,
  presentOnly: false,
  ...more,
});

/** Đăng ký khai sinh. */
const BIRTH = [
  row('form', 'Tờ khai đăng ký khai sinh (theo mẫu)'),
  row('notice', 'Giấy chứng sinh'),
  row('proxy', 'Văn bản ủy quyền (có chứng thực, trừ ông/bà/cha/mẹ/con/vợ/chồng/anh chị em ruột)'),
  row('card', '(Xuất trình) Căn cước/CCCD/hộ chiếu của người yêu cầu', { presentOnly: true }),
];
const FORM = page('1', { kind: 'declaration-form', title: 'TỜ KHAI ĐĂNG KÝ KHAI SINH' });
const NOTICE = page('3', { kind: 'birth-notice', title: 'GIẤY CHỨNG SINH' });

describe('sorting pages to the checklist', () => {
  it('[CL-1] [CL-3] a stack is sorted by what its papers are', () => {
    const sorted = proposeSorting([FORM, page('2'), NOTICE], BIRTH);
    expect(sorted.map(({ paperId, pageIds }) => [paperId, pageIds])).toEqual([
      ['form', ['1', '2']],
      ['notice', ['3']],
    ]);
  });

  it('[CL-1] a separator parts pages that nothing else parts', () => {
    const groups = groupPages([page('1'), page('2'), page('-', { separator: true }), page('3')]);
    expect(groups.map((group) => group.pageIds)).toEqual([['1', '2'], ['3']]);
    expect(
      isSeparator([
        { format: 'qr', symbology: 'QRCode', text: SEPARATOR_TEXT, box: { x: 0, y: 0, width: 0, height: 0 } },
      ]),
    ).toBe(true);
    expect(isSeparator([])).toBe(false);
  });

  it('[CL-7] a separator belongs to no paper, wherever it lies and however many there are', () => {
    const sheet = (id: string) => page(id, { separator: true });
    const groups = groupPages([
      sheet('a'),
      sheet('b'),
      page('1'),
      sheet('c'),
      sheet('d'),
      page('2'),
      sheet('e'),
    ]);
    expect(groups.map((group) => group.pageIds)).toEqual([['1'], ['2']]);
  });

  it('[CL-2] both sides of a card are one paper, whichever comes first; a third side begins the next card', () => {
    const front = (id: string) => page(id, { kind: 'chip-card-front' });
    const back = (id: string) => page(id, { kind: 'chip-card-back' });
    expect(groupPages([front('1'), back('2'), back('3'), front('4')]).map((group) => group.pageIds)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('[CL-4] what is only shown takes no pages; what has no reason stays loose', () => {
    expect(
      proposeSorting([page('1', { kind: 'chip-card-front' }), page('2', { kind: 'chip-card-back' })], BIRTH),
    ).toEqual([]);
    expect(proposeSorting([page('1'), page('2')], BIRTH)).toEqual([]);
    expect(proposeSorting([page('1', { title: 'BÁO CÁO KẾT QUẢ THẨM TRA' })], BIRTH)).toEqual([]);
  });

  it('[CL-4] two rows that fit equally well: the officer decides', () => {
    const rows = [row('a', 'Giấy khai sinh'), row('b', 'Giấy khai sinh')];
    expect(proposeSorting([page('1', { kind: 'birth-certificate' })], rows)).toEqual([]);
  });

  it('[CL-3] of two forms the title decides', () => {
    const rows = [
      row('a', 'Tờ khai đăng ký kết hôn'),
      row('b', 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'),
    ];
    const title = 'TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN';
    expect(proposeSorting([page('1', { kind: 'declaration-form', title })], rows)[0]?.paperId).toBe('b');
    expect(likenessOf('TỜ KHAI ĐĂNG KÝ KẾT HÔN', rows[0]?.name ?? '')).toBe(1);
  });

  it.each([
    ['Tờ khai đăng ký khai sinh (theo mẫu)', ['declaration-form']],
    ['Giấy khai sinh của trẻ', ['birth-certificate']],
    ['Bản gốc Giấy chứng nhận đã cấp', ['land-certificate-before-2024', 'land-certificate-2024']],
    [
      'Bản gốc Giấy chứng nhận đăng ký hộ kinh doanh',
      ['household-business-registration', 'business-registration'],
    ],
    ['Bản sao giấy phép lái xe', ['driving-licence']],
    ['Giấy khám sức khỏe của người lái xe', []],
    ['Bản vẽ tách thửa/hợp thửa', []],
  ])('[CL-3] "%s" asks for %j', (name, kinds) => {
    expect(kindsAskedBy(name)).toEqual(kinds);
  });

  it('[CL-3] every title of a catalogue form is sorted to its own row, in every procedure', () => {
    for (const procedure of procedures) {
      const rows = procedure.documents.map((document, at) =>
        row(String(at), document.name, { presentOnly: document.presentOnly === true }),
      );
      for (const [at, document] of procedure.documents.entries()) {
        if (document.presentOnly === true || !/^(Tờ khai|Đơn) \S+ \S+ \S+/.test(document.name)) continue;
        const title = document.name.replace(/\(.*/, '').trim().toUpperCase();
        const [found] = proposeSorting([page('p', { kind: 'declaration-form', title })], rows);
        expect(found?.paperId, `${procedure.code}: ${title}`).toBe(String(at));
      }
    }
  });
});

describe('flaws of a paper', () => {
  const known = (pageId: string, kind: NonNullable<SortedPage['kind']>, confidence = 0.95) => ({
    pageId,
    kind: { kind, confidence },
  });

  it('[CL-6] another kind than the row asks for is said; forms and official documents never are', () => {
    expect(findPaperFlaws('Giấy chứng sinh', [known('1', 'marriage-certificate')])).toEqual([
      { code: 'paper-kind-unexpected', pageId: '1', found: 'marriage-certificate' },
    ]);
    expect(findPaperFlaws('Giấy chứng sinh', [known('1', 'marriage-certificate', 0.6)])).toEqual([]);
    expect(findPaperFlaws('Giấy chứng sinh', [known('1', 'official-document')])).toEqual([]);
    expect(findPaperFlaws('Bản vẽ hiện trạng', [known('1', 'marriage-certificate')])).toEqual([]);
  });

  it('[CL-6] a card without its other side', () => {
    const name = 'Bản sao CCCD/căn cước các bên';
    expect(findPaperFlaws(name, [known('1', 'chip-card-front')])).toEqual([
      { code: 'card-side-missing', pageId: '1', missing: 'back' },
    ]);
    expect(findPaperFlaws(name, [known('1', 'chip-card-front'), known('2', 'chip-card-back')])).toEqual([]);
    expect(
      findPaperFlaws(name, [known('1', 'identity-card-back')]).map(
        (flaw) => 'missing' in flaw && flaw.missing,
      ),
    ).toEqual(['front']);
  });
});
