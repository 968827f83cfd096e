import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../../src/shared/base/dates.ts';
import { proposeFields } from '../../../../src/shared/domain/reading/propose-fields.ts';
import { layOut } from './read-page.ts';

const evalset = resolve(import.meta.dirname, '../../../../../shared/evalset');
const WARD = 'ỦY BAN NHÂN DÂN PHƯỜNG AN THỊNH';
const CENTRE = 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG';
const DECISION =
  'QUYẾT ĐỊNH Về việc kiện toàn tổ chuyển đổi số cộng đồng và giao nhiệm vụ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính';
const NOTICE =
  'THÔNG BÁO Về việc tiếp nhận, trả kết quả giải quyết thủ tục hành chính không phụ thuộc vào địa giới hành chính';

/** What a person reads at the head of each transcript: number, day, title, issuing body. */
const HEADS: Readonly<Record<string, readonly [string, string, string, string | null]>> = {
  'rendered/rd01_quyetdinh_300': ['117/QĐ-UBND', '2025-08-04', DECISION, WARD],
  'rendered/rd03_thongbao_200': ['30/TB-TTPVHCC', '2025-10-08', NOTICE, CENTRE],
  'rendered/rd05_kehoach_300': [
    '97/KH-UBND',
    '2025-11-07',
    'KẾ HOẠCH Cải cách hành chính nhà nước năm 2026',
    WARD,
  ],
  'rendered/rd07_bienban_300': [
    '43/BB-UBND',
    '2025-06-27',
    'BIÊN BẢN Bàn giao hồ sơ, tài liệu khi sắp xếp đơn vị hành chính',
    WARD,
  ],
  'rendered/rd09_giaytiepnhan_bang_300': [
    '000.26.07.H26-251121-0119',
    '2025-11-20',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    CENTRE,
  ],
  'rendered/rd16_quyetdinh_chup_300': ['118/QĐ-UBND', '2025-08-05', DECISION, WARD],
  'rendered/rd21_totrinh_kydechu_200': [
    '67/TTr-TTPVHCC',
    '2025-07-21',
    'TỜ TRÌNH Về việc bố trí kinh phí mua sắm máy quét và trang thiết bị số hóa',
    CENTRE,
  ],
  'rendered/rd24_congvan_photocopy_200': [
    '425/UBND-TTPVHCC',
    '2025-09-11',
    'V/v tăng cường số hóa hồ sơ thủ tục hành chính',
    WARD,
  ],
  'real/vn28_tt150-2020_p01': [
    '150/2020/TT-BCA',
    '2020-12-31',
    'THÔNG TƯ Quy định về trang bị phương tiện phòng cháy, chữa cháy và cứu nạn, cứu hộ cho lực lượng dân phòng, lực lượng phòng cháy và chữa cháy cơ sở, lực lượng phòng cháy và chữa cháy chuyên ngành',
    'BỘ CÔNG AN',
  ],
  // The transcripts of these two leave the printed motto out: no issuing body can be known.
  'real/vn42_nd28-2021_p01': [
    '28/2021/NĐ-CP',
    '2021-03-26',
    'NGHỊ ĐỊNH Quy định cơ chế quản lý tài chính dự án đầu tư theo phương thức đối tác công tư',
    null,
  ],
  'real/vn44_nd155-2020_p01': [
    '155/2020/NĐ-CP',
    '2020-12-31',
    'NGHỊ ĐỊNH Quy định chi tiết thi hành một số điều của Luật Chứng khoán',
    null,
  ],
};
const NAMES = ['document-number', 'issue-date', 'document-title', 'issuing-body'] as const;

describe.skipIf(!existsSync(evalset))('transcripts of ../shared/evalset (skipped where it is absent)', () => {
  it('every head field is found exactly', () => {
    const rows = Object.entries(HEADS).map(([file, expected]) => {
      const text = readFileSync(join(evalset, `${file}.txt`), 'utf8');
      const fields = proposeFields({
        words: layOut(text),
        sha256: 'b'.repeat(64),
        today: '2026-11-21' as LocalDate,
      });
      const found = (name: string): string | null =>
        fields.find((field) => field.name === name)?.value ?? null;
      return {
        file,
        ...Object.fromEntries(
          NAMES.map((name, at) => [name, found(name) === expected[at] ? 'exact' : String(found(name))]),
        ),
      };
    });
    console.table(rows);
    for (const name of NAMES) {
      expect({ [name]: rows.filter((row) => row[name as keyof typeof row] !== 'exact') }).toEqual({
        [name]: [],
      });
    }
  });
});
