import { beforeAll, describe, expect, it } from 'vitest';
import { makeFeeReceipt } from '../../../src/main/documents/fee-receipt/make-fee-receipt.ts';
import { receiptNumber } from '../../../src/main/documents/fee-receipt/receipt-identity.ts';
import type { FontFiles } from '../../../src/main/documents/layout/fonts.ts';
import { loadFonts } from './package-fonts.ts';
import { checkWithQpdf, codesOnPages, fontsOf, pageTexts, pdfInfo, placedWords } from './pdf-tools.ts';
import { longReceiptFacts, receiptFacts } from './sample-facts.ts';

describe('fee receipt', () => {
  let fonts: FontFiles;
  let receipt: Uint8Array;
  beforeAll(async () => {
    fonts = await loadFonts();
    receipt = await makeFeeReceipt(receiptFacts, fonts);
  });

  it('[FEE-1] [FEE-4] has the fields of the decree in its order, and nothing else', () => {
    expect(pageTexts(receipt)).toEqual([
      [
        'BIÊN LAI THU PHÍ, LỆ PHÍ',
        'Ký hiệu mẫu: EBL01 Ký hiệu: 26TAA Số: 00000123',
        'Tên tổ chức thu: Trung tâm Phục vụ hành chính công thành phố Hà Nội',
        'Mã số thuế: 0110000017',
        'Người nộp: Nguyễn Thị Thúy Hằng',
        'Địa chỉ: Số 12 ngõ 165 đường Xuân Thủy, phường Cầu Giấy, thành phố Hà Nội',
        'Mã hồ sơ: H26.40.02-261121-3017',
        'TT Tên loại phí, lệ phí Số lượng Mức thu (đồng) Số tiền (đồng)',
        '1 Lệ phí đăng ký khai sinh 1 5.000 5.000',
        '2 Phí cấp bản sao trích lục hộ tịch 5 8.000 40.000',
        'Tổng số tiền (bằng số): 45.000 đồng',
        'Tổng số tiền (bằng chữ): Bốn mươi lăm nghìn đồng',
        'Hình thức thanh toán: Tiền mặt',
        'Người thu: Hoàng Thị Ngọc Ánh Chi nhánh số 02 · Cầu Giấy',
        'Hà Nội, ngày 21 tháng 11 năm 2026',
        'CHỮ KÝ SỐ CỦA TỔ CHỨC THU Chưa ký số',
      ].join(' '),
    ]);
  });

  it('[FEE-2] sets nothing that was added larger than what must be there', () => {
    const words = placedWords(receipt);
    const heightOf = (text: string): number => {
      const word = words.find((candidate) => candidate.text === text);
      if (!word) throw new Error(`no word ${text}`);
      return word.bottom - word.top;
    };
    const added = ['nộp:', 'chỉ:', 'H26.40.02-261121-3017', 'toán:', 'nhánh'];
    const mandatory = ['mẫu:', 'EBL01', '26TAA', '00000123', '0110000017', 'khai', '40.000', 'chữ):', 'ngày'];
    const largestAdded = Math.max(...added.map(heightOf));
    expect(largestAdded).toBeLessThanOrEqual(Math.min(...mandatory.map(heightOf)));
  });

  it('[FEE-3] has a number of eight digits', () => {
    expect([1, 123, 99_999_999].map(receiptNumber)).toEqual(['00000001', '00000123', '99999999']);
  });

  it('[FEE-5] says in its QR code what makes the receipt itself', () => {
    expect(codesOnPages(receipt)).toEqual([['QR-Code:0110000017|EBL01|26TAA|00000123|45000|2026-11-21']]);
  });

  it('[FEE-6] is A5 across', () => {
    expect(pdfInfo(receipt)).toMatch(/Page size: +595\.\d+ x 419\.\d+ pts/);
  });

  it('[DOC-1] is the same bytes again', async () => {
    const again = await makeFeeReceipt(structuredClone(receiptFacts), fonts);
    expect(Buffer.from(again).equals(Buffer.from(receipt))).toBe(true);
  });

  it('[DOC-2] [DOC-3] is sound, with its fonts inside', () => {
    expect(checkWithQpdf(receipt)).toContain('No syntax or stream encoding errors found');
    expect(fontsOf(receipt)).toHaveLength(4);
    for (const row of fontsOf(receipt)) expect(row).toMatchObject({ embedded: true, subset: true });
  });

  it('[DOC-4] goes on over numbered sheets with the head of the table, total and signature together', async () => {
    const texts = pageTexts(await makeFeeReceipt(longReceiptFacts, fonts));
    expect(texts.length).toBeGreaterThan(1);
    const all = texts.join(' ');
    for (let at = 1; at <= 14; at += 1) expect(all).toContain(`đợt ${at} `);
    expect(texts[1]).toMatch(/^TT Tên loại phí, lệ phí/);
    const last = texts[texts.length - 1];
    expect(last).toContain('1.400.000.000 đồng');
    expect(last).toContain('Chuyển khoản');
    expect(last).toContain('Chưa ký số');
    expect(last).toContain(`Biên lai 26TAA số 00000123 - Trang ${texts.length}/${texts.length}`);
  });
});
