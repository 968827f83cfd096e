import { beforeAll, describe, expect, it } from 'vitest';
import { makeIntakeSlip } from '../../../src/main/documents/intake-slip/make-intake-slip.ts';
import type { IntakeSlipFacts } from '../../../src/main/documents/intake-slip/slip-facts.ts';
import { termInWords } from '../../../src/main/documents/intake-slip/slip-items.ts';
import type { FontFiles } from '../../../src/main/documents/layout/fonts.ts';
import { Instant } from '../../../src/shared/base/dates.ts';
import { ProvisionalCode } from '../../../src/shared/domain/dossier/provisional-code.ts';
import { loadFonts } from './package-fonts.ts';
import { checkWithQpdf, codesOnPages, expanded, fontsOf, pageTexts, pdfInfo } from './pdf-tools.ts';
import { CODE, longSlipFacts, paper, slipFacts } from './sample-facts.ts';

/** Fails unless every part is found behind the one before. */
function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `"${part}" after position ${from} in: ${text}`).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
}

const withContent = (change: Partial<IntakeSlipFacts['dossier']['content']>): IntakeSlipFacts => ({
  ...slipFacts,
  dossier: { ...slipFacts.dossier, content: { ...slipFacts.dossier.content, ...change } },
});

describe('intake slip, Mẫu 01', () => {
  let fonts: FontFiles;
  let slip: Uint8Array;
  let pages: readonly string[];
  beforeAll(async () => {
    fonts = await loadFonts();
    slip = await makeIntakeSlip(slipFacts, fonts);
    pages = pageTexts(slip);
  });

  it('[SLIP-1] has the head of an official paper', () => {
    expectInOrder(pages[0] ?? '', [
      'UBND THÀNH PHỐ HÀ NỘI TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG CHI NHÁNH SỐ 02 · CẦU GIẤY',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      'Số: 000123/TTPVHCC(BPTNTKQ)',
      'Hà Nội, ngày 21 tháng 11 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    ]);
  });

  it('[SLIP-2] has the items in the order and wording of the form', () => {
    expectInOrder(pages[0] ?? '', [
      'Mã hồ sơ: H26.40.02-261121-3017',
      'Trung tâm Phục vụ hành chính công/Bộ phận Tiếp nhận và Trả kết quả: Chi nhánh số 02 · Cầu Giấy, Quầy 03',
      'Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Nguyễn Thị Thúy Hằng',
      'Số định danh cá nhân/tổ chức: 001188012345',
      'Địa chỉ: Số 12 ngõ 165 đường Xuân Thủy, phường Cầu Giấy, thành phố Hà Nội',
      'Số điện thoại: 0912345678; Email: hang.nguyen@example.vn',
      'Nội dung yêu cầu giải quyết: Đăng ký khai sinh (mã thủ tục: 1.001193)',
      'Thành phần hồ sơ nộp gồm:',
      'Số lượng hồ sơ: 01 (bộ)',
      'Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc',
      'Thời gian nhận hồ sơ: 10 giờ 42 phút, ngày 21 tháng 11 năm 2026',
      'Thời gian trả kết quả giải quyết hồ sơ: 10 giờ 42 phút, ngày 26 tháng 11 năm 2026',
      'Đăng ký nhận kết quả tại: Chi nhánh số 02 · Cầu Giấy, Số 85 đường Xuân Thủy',
      'Vào Sổ theo dõi hồ sơ, Quyển số ……… Số thứ tự ……… (nếu có)',
      'NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) Nguyễn Thị Thúy Hằng',
      'NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên/chữ ký số) Hoàng Thị Ngọc Ánh',
      'Mang theo Giấy này khi nhận kết quả',
    ]);
    expect(pages[0]).not.toContain('ủy quyền');
  });

  it('[SLIP-2] names who delegated, where somebody did', async () => {
    const delegation = {
      ownerName: 'Phạm Văn Đức',
      ownerId: '001066009876',
      document: 'Giấy ủy quyền số 12',
    };
    const [text = ''] = pageTexts(await makeIntakeSlip(withContent({ delegation }), fonts));
    expectInOrder(text, [
      'Email:',
      'Trường hợp ủy quyền: Họ và tên người ủy quyền: Phạm Văn Đức; Số định danh: 001066009876; Giấy tờ ủy quyền: Giấy ủy quyền số 12',
      'Nội dung yêu cầu giải quyết:',
    ]);
    const reached = {
      ...delegation,
      ownerAddress: 'Số 8 Lê Lợi, Huế',
      ownerPhone: '0912345678',
      ownerEmail: '',
    };
    const [full = ''] = pageTexts(await makeIntakeSlip(withContent({ delegation: reached }), fonts));
    expectInOrder(full, [
      'Họ và tên người ủy quyền: Phạm Văn Đức; Địa chỉ: Số 8 Lê Lợi, Huế; Số định danh: 001066009876; Số điện thoại: 0912345678; Email: (không có); Giấy tờ ủy quyền: Giấy ủy quyền số 12',
    ]);
  });

  it('[SLIP-8] says when it is printed again with corrected content, under the same number', async () => {
    const steps = [
      ['dossier-received', '2026-11-21T03:42:00.000Z'],
      ['dossier-corrected', '2026-11-21T07:05:00.000Z'],
      ['dossier-submitted', '2026-11-21T07:06:00.000Z'],
    ] as const;
    const history = steps.map(([type, at], n) => ({
      seq: n + 1,
      type,
      at: Instant.parse(at),
      by: null,
      note: '',
    }));
    const printed = (upTo: number) =>
      makeIntakeSlip(
        { ...slipFacts, dossier: { ...slipFacts.dossier, history: history.slice(0, upTo) } },
        fonts,
      );
    expect(Buffer.from(await printed(1)).equals(slip)).toBe(true);
    const [text = ''] = pageTexts(await printed(3));
    expectInOrder(text, [
      'Số: 000123/TTPVHCC(BPTNTKQ)',
      'Bản in lại sau khi sửa lúc 14 giờ 05 phút, ngày 21 tháng 11 năm 2026',
      'Mã hồ sơ:',
    ]);
    expect(pages[0]).not.toContain('in lại');
  });

  it('[SLIP-10] [SLIP-6] shows a provisional code as such, and on a reprint whose place the final one takes', async () => {
    const provisionalCode = ProvisionalCode.parse('TAM-CN02-Q03-261121-0001');
    const provisional = await makeIntakeSlip(
      { ...slipFacts, dossier: { ...slipFacts.dossier, code: provisionalCode } },
      fonts,
    );
    const printed = pageTexts(provisional);
    // Still one sheet a copy.
    expect(printed).toHaveLength(2);
    expectInOrder(printed[0] ?? '', [
      'MÃ TẠM (ngoại tuyến): TAM-CN02-Q03-261121-0001',
      'Mã hồ sơ: TAM-CN02-Q03-261121-0001 (mã tạm)',
    ]);
    const codes = [`CODE-128:${provisionalCode}`, `QR-Code:${provisionalCode}`];
    expect(codesOnPages(provisional)).toEqual([codes, codes]);

    const dossier = { ...slipFacts.dossier, provisionalCode };
    const final = await makeIntakeSlip({ ...slipFacts, dossier }, fonts);
    expectInOrder(pageTexts(final)[0] ?? '', [
      'Bản in lại có mã hồ sơ chính thức, thay giấy mang mã tạm TAM-CN02-Q03-261121-0001',
      'Mã hồ sơ: H26.40.02-261121-3017 (mã tạm đã cấp: TAM-CN02-Q03-261121-0001)',
    ]);
    expect(pageTexts(final)[0]).not.toContain('MÃ TẠM');
    expect(codesOnPages(final)).toEqual(codesOnPages(slip));
  });

  it('[SLIP-11] bears the code it was made under when no slip number was left, also later', async () => {
    const numberless = { ...slipFacts, slip: { ...slipFacts.slip, leased: null } };
    const [text = ''] = pageTexts(await makeIntakeSlip(numberless, fonts));
    expect(text).toContain('Số: H26.40.02-261121-3017 /TTPVHCC(BPTNTKQ)');
    const provisionalCode = ProvisionalCode.parse('TAM-CN02-Q03-261121-0001');
    const later = { ...numberless, dossier: { ...slipFacts.dossier, provisionalCode } };
    const [again = ''] = pageTexts(await makeIntakeSlip(later, fonts));
    expect(again).toContain('Số: TAM-CN02-Q03-261121-0001 /TTPVHCC(BPTNTKQ)');
  });

  it('[SLIP-9] marks a due date that the calendar had not decided', async () => {
    const dossier = { ...slipFacts.dossier, dueEstimated: true as const };
    const [text = ''] = pageTexts(await makeIntakeSlip({ ...slipFacts, dossier }, fonts));
    expect(text).toContain('ngày 26 tháng 11 năm 2026 (tạm tính)');
    expect(pages[0]).not.toContain('tạm tính');
  });

  it('[SLIP-3] says of each paper how many, and whether digitised, presented or owed', () => {
    expectInOrder(pages[0] ?? '', [
      'TT Tên giấy tờ Bản chính Bản sao Ghi chú',
      '1 Tờ khai đăng ký khai sinh 01 - Số hóa 02 trang',
      '2 Giấy chứng sinh 01 - Số hóa 01 trang',
      '3 Căn cước công dân của người yêu cầu - - Xuất trình',
      '4 Giấy chứng nhận kết hôn của cha, mẹ - - Còn thiếu; người nộp hẹn bổ sung ngày 23/11',
      'Số lượng hồ sơ',
    ]);
    expect(pages[0]).not.toContain('Văn bản ủy quyền');
  });

  it('[SLIP-4] says so when the law sets no date', async () => {
    const facts = { ...slipFacts, dossier: { ...slipFacts.dossier, dueAt: null } };
    expect(pageTexts(await makeIntakeSlip(facts, fonts))[0]).toContain(
      'Thời gian trả kết quả giải quyết hồ sơ: Không có ngày hẹn trả cụ thể theo quy định',
    );
  });

  it.each([
    [{ value: 0, unit: 'sameDay' }, 'trong ngày'],
    [{ value: 8, unit: 'hours' }, '08 giờ làm việc'],
    [{ value: 15, unit: 'workingDay' }, '15 ngày làm việc'],
    [{ value: 30, unit: 'calendarDay' }, '30 ngày'],
  ] as const)('[SLIP-2] puts the term %o into words', (term, words) => {
    expect(termInWords(term)).toBe(words);
  });

  it('[SLIP-5] is two marked copies that differ in nothing else', () => {
    expect(pages).toHaveLength(2);
    const [first = '', second = ''] = pages;
    expect(first).toContain('(Liên 1: Lưu tại Bộ phận Tiếp nhận và Trả kết quả)');
    expect(second).toContain('(Liên 2: Giao người nộp hồ sơ)');
    expect(second.replace('Liên 2: Giao người nộp hồ sơ', '')).toBe(
      first.replace('Liên 1: Lưu tại Bộ phận Tiếp nhận và Trả kết quả', ''),
    );
    expect(pdfInfo(slip)).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
  });

  it('[SLIP-5] takes one sheet a copy with eight papers, or six and a delegation', async () => {
    const papers = (count: number) =>
      Array.from({ length: count }, (_, at) => paper(at, 'Giấy chứng nhận quyền sử dụng đất'));
    const delegation = {
      ownerName: 'Phạm Văn Đức',
      ownerId: '001066009876',
      document: 'Giấy ủy quyền số 12',
    };
    for (const content of [{ papers: papers(8) }, { papers: papers(6), delegation }]) {
      expect(pageTexts(await makeIntakeSlip(withContent(content), fonts))).toHaveLength(2);
    }
  });

  it('[SLIP-6] carries the dossier code as QR and Code 128, read back from the print', async () => {
    const expected = [`CODE-128:${CODE}`, `QR-Code:${CODE}`];
    expect(codesOnPages(slip)).toEqual([expected, expected]);
  });

  it('[SLIP-7] [DOC-4] goes on over numbered sheets, codes and signatures on the last', async () => {
    const long = await makeIntakeSlip(longSlipFacts, fonts);
    const texts = pageTexts(long);
    expect(texts).toHaveLength(4);
    expect(texts[0]).toContain(`${CODE} - Liên 1: Lưu tại Bộ phận Tiếp nhận và Trả kết quả - Trang 1/2`);
    expect(texts[3]).toContain(`${CODE} - Liên 2: Giao người nộp hồ sơ - Trang 2/2`);
    for (const last of [texts[1], texts[3]]) {
      expect(last).toMatch(/^TT Tên giấy tờ Bản chính Bản sao Ghi chú/);
      expectInOrder(last ?? '', ['Vào Sổ theo dõi', 'NGƯỜI NỘP HỒ SƠ', 'Mang theo Giấy này']);
    }
    expect(texts[0]).not.toContain('NGƯỜI NỘP HỒ SƠ');
    for (let part = 1; part <= 12; part += 1) expect(texts.slice(0, 2).join(' ')).toContain(`(phần ${part})`);
  });

  it('[SLIP-7] never leaves the signatures alone, whatever the number of papers', async () => {
    for (let count = 8; count <= 12; count += 1) {
      const papers = Array.from({ length: count }, (_, at) => paper(at, 'Bản sao giấy khai sinh'));
      const texts = pageTexts(await makeIntakeSlip(withContent({ papers }), fonts));
      const last = texts[texts.length - 1] ?? '';
      expectInOrder(last, ['Đăng ký nhận kết quả tại:', 'NGƯỜI TIẾP NHẬN HỒ SƠ']);
    }
  });

  it('[DOC-1] [DOC-6] is the same bytes again, and others for other facts', async () => {
    const again = await makeIntakeSlip(structuredClone(slipFacts), fonts);
    expect(Buffer.from(again).equals(Buffer.from(slip))).toBe(true);
    const other = await makeIntakeSlip(
      {
        ...slipFacts,
        dossier: { ...slipFacts.dossier, receivedAt: Instant.parse('2026-02-05T18:01:00.000Z') },
      },
      fonts,
    );
    expect(Buffer.from(other).equals(Buffer.from(slip))).toBe(false);
    expect(pageTexts(other)[0]).toContain('01 giờ 01 phút, ngày 06 tháng 02 năm 2026');
  });

  it('[DOC-2] has every font embedded as a subset with a way back to letters', () => {
    const fontRows = fontsOf(slip);
    expect(fontRows.map((row) => row.name)).toEqual([
      'QMCAAA+Tinos-Regular',
      'QMCAAB+Tinos-Bold',
      'QMCAAC+Tinos-Italic',
    ]);
    for (const row of fontRows) expect(row).toMatchObject({ embedded: true, subset: true, unicode: true });
  });

  it('[DOC-2] gives back composed Vietnamese for decomposed names and every tone', async () => {
    const name = 'Ằẳẵặ Ếểễệ Ốổỗộ Ớởỡợ Ứửữự Ỳỷỹỵ Đđ Ĩĩ';
    const applicant = { ...slipFacts.dossier.content.applicant, fullName: name.normalize('NFD') };
    expect(pageTexts(await makeIntakeSlip(withContent({ applicant }), fonts))[0]).toContain(
      name.normalize('NFC'),
    );
  });

  it('[DOC-3] is a sound PDF/A-2b in Vietnamese with title, subject and the date of the fact', () => {
    expect(checkWithQpdf(slip)).toContain('No syntax or stream encoding errors found');
    const info = pdfInfo(slip);
    expect(info).toContain('Title:           Giấy tiếp nhận hồ sơ và hẹn trả kết quả H26.40.02-261121-3017');
    expect(info).toContain('Subject:         Số 000123/TTPVHCC(BPTNTKQ); mã hồ sơ H26.40.02-261121-3017');
    expect(info).toMatch(/CreationDate: +Sat Nov 21 (03:44:10|10:44:10) 2026/);
    const inside = expanded(slip);
    expect(inside).toContain('/Lang (vi-VN)');
    expect(inside).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(inside).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(inside).toContain('/OutputIntents');
  });

  it('[DOC-5] shows a letter that the font lacks as a question mark', async () => {
    const applicant = { ...slipFacts.dossier.content.applicant, fullName: 'Lý 李 Minh' };
    expect(pageTexts(await makeIntakeSlip(withContent({ applicant }), fonts))[0]).toContain('Lý ? Minh');
  });
});
