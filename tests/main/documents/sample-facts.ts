import type { FeeReceiptFacts } from '../../../src/main/documents/fee-receipt/receipt-facts.ts';
import type { IntakeSlipFacts } from '../../../src/main/documents/intake-slip/slip-facts.ts';
import { Instant } from '../../../src/shared/base/dates.ts';
import { LeaseId } from '../../../src/shared/base/ids.ts';
import { AmountVnd } from '../../../src/shared/base/money.ts';
import { Desk } from '../../../src/shared/domain/desk/desk.ts';
import { DossierCode, DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import type { Paper } from '../../../src/shared/domain/paper/paper.ts';

const LEASE = LeaseId.parse('01938a5e-0000-7000-8000-000000000001');
export const CODE = DossierCode.parse('H26.40.02-261121-3017');

const desk = Desk.parse({
  deskId: 'CN02-Q03',
  name: 'Quầy 03',
  branch: {
    branchId: 'CN02',
    name: 'Chi nhánh số 02 · Cầu Giấy',
    unitCode: 'H26.40.02',
    address: 'Số 85 đường Xuân Thủy, phường Cầu Giấy, thành phố Hà Nội',
    phone: '024 3833 4567',
    collectorName: 'Trung tâm Phục vụ hành chính công thành phố Hà Nội',
    collectorTaxCode: '0110000017',
    parentName: 'UBND thành phố Hà Nội',
    place: 'Hà Nội',
  },
});

/** A paper with `pageCount` pages; the pages themselves are never drawn on a slip. */
export function paper(at: number, name: string, change: Partial<Paper> = {}, pageCount = 1): Paper {
  const hex = at.toString(16).padStart(12, '0');
  return {
    paperId: `01938a5e-0000-7000-8000-${hex}`,
    name,
    requirement: at,
    status: 'submitted',
    originals: 1,
    copies: 0,
    pages: Array.from({ length: pageCount }, (_, page) => ({
      pageId: `01938a5e-0000-7000-9000-${hex.slice(0, 8)}${String(page).padStart(4, '0')}`,
      sha256: 'a'.repeat(64),
      mediaType: 'image/jpeg',
      byteLength: 1000,
      width: 1654,
      height: 2339,
      dpi: 200,
      rotation: 0,
      source: 'scanner',
      origin: 'test',
    })) as Paper['pages'],
    fields: [],
    note: '',
    ...change,
  };
}

const content = DossierContent.parse({
  procedure: {
    code: '1.001193',
    name: 'Đăng ký khai sinh',
    field: 'Hộ tịch',
    authority: 'Ủy ban nhân dân cấp xã',
    processing: { value: 3, unit: 'workingDay' },
    referenceVersion: 1,
  },
  applicant: {
    fullName: 'Nguyễn Thị Thúy Hằng',
    personalId: '001188012345',
    birthDate: '1988-05-02',
    sex: 'female',
    address: 'Số 12 ngõ 165 đường Xuân Thủy, phường Cầu Giấy, thành phố Hà Nội',
    phone: '0912345678',
    email: 'hang.nguyen@example.vn',
    source: 'card-qr',
  },
  delegation: null,
  papers: [
    paper(0, 'Tờ khai đăng ký khai sinh', {}, 2),
    paper(1, 'Giấy chứng sinh'),
    paper(2, 'Căn cước công dân của người yêu cầu', { status: 'presented' }, 0),
    paper(3, 'Văn bản ủy quyền', { status: 'not-needed' }, 0),
    paper(4, 'Giấy chứng nhận kết hôn của cha, mẹ', {
      status: 'owed',
      note: 'người nộp hẹn bổ sung ngày 23/11',
      pages: [],
    }),
  ],
  resultDelivery: 'at-desk',
  feeLines: [],
  paymentMethod: 'cash',
  note: '',
});

export const slipFacts: IntakeSlipFacts = {
  desk,
  dossier: {
    code: CODE,
    content,
    receivedAt: Instant.parse('2026-11-21T03:42:00.000Z'),
    dueAt: Instant.parse('2026-11-26T03:42:00.000Z'),
  },
  slip: { leased: { leaseId: LEASE, number: 123 }, issuedAt: Instant.parse('2026-11-21T03:44:10.000Z') },
  receivedBy: { fullName: 'Hoàng Thị Ngọc Ánh' },
};

const TOOK =
  'Văn bản thỏa thuận phân chia di sản thừa kế có công chứng, kèm theo sơ đồ thửa đất được trích lục';
const UNBROKEN =
  'thôn-Phú-Mỹ-xã-Phú-Nghĩa-huyện-Chương-Mỹ-tổ-dân-phố-số-mười-hai-khu-tập-thể-nhà-máy-dệt-kim';

/** Everything long at once: twelve papers, a very long address with a word wider than a line, a delegation. */
export const longSlipFacts: IntakeSlipFacts = {
  ...slipFacts,
  dossier: {
    ...slipFacts.dossier,
    dueAt: null,
    content: DossierContent.parse({
      ...content,
      procedure: {
        ...content.procedure,
        name: 'Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp chuyển đổi, chuyển nhượng, thừa kế, tặng cho',
        processing: { value: 10, unit: 'workingDay' },
      },
      applicant: {
        ...content.applicant,
        fullName: 'Công Tằng Tôn Nữ Hoàng Nguyễn Thị Phương Thảo Quỳnh Hương Thiên Ngưỡng Vượng',
        address: `Căn hộ số 2508, tòa nhà hỗn hợp văn phòng, thương mại và nhà ở, ${UNBROKEN}, ngách 165/38/12 ngõ 165 đường Nguyễn Phong Sắc kéo dài, thành phố Hà Nội`,
      },
      delegation: {
        ownerName: 'Phạm Nguyễn Đình Quyền Khải Hoàn',
        ownerId: '001066009876',
        document: 'Hợp đồng ủy quyền số 1204/2026/HĐUQ ngày 03/11/2026 tại Văn phòng công chứng Cầu Giấy',
      },
      papers: Array.from({ length: 12 }, (_, at) =>
        paper(at, `${TOOK} (phần ${at + 1})`, {
          originals: at % 3,
          copies: (at + 1) % 4,
          note: 'đã đối chiếu bản gốc',
        }),
      ),
      resultDelivery: 'public-post',
    }),
  },
};

const amount = (value: number) => AmountVnd.parse(value);

export const receiptFacts: FeeReceiptFacts = {
  branch: desk.branch,
  dossier: { code: CODE },
  issuedBy: { fullName: 'Hoàng Thị Ngọc Ánh' },
  amountInWords: 'Bốn mươi lăm nghìn đồng',
  receipt: {
    form: 'EBL01',
    series: '26TAA',
    leased: { leaseId: LEASE, number: 123 },
    lines: [
      { name: 'Lệ phí đăng ký khai sinh', unitVnd: amount(5000), quantity: 1, checkedByOfficer: true },
      {
        name: 'Phí cấp bản sao trích lục hộ tịch',
        unitVnd: amount(8000),
        quantity: 5,
        checkedByOfficer: false,
      },
    ],
    totalVnd: amount(45000),
    method: 'cash',
    payerName: 'Nguyễn Thị Thúy Hằng',
    payerAddress: 'Số 12 ngõ 165 đường Xuân Thủy, phường Cầu Giấy, thành phố Hà Nội',
    issuedAt: Instant.parse('2026-11-21T03:43:00.000Z'),
  },
};

/** Fourteen fees with long names: more than one A5 sheet. */
export const longReceiptFacts: FeeReceiptFacts = {
  ...receiptFacts,
  amountInWords: 'Một tỷ bốn trăm triệu đồng',
  receipt: {
    ...receiptFacts.receipt,
    lines: Array.from({ length: 14 }, (_, at) => ({
      name: `Phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở, đợt ${at + 1}`,
      unitVnd: amount(100_000_000),
      quantity: 1,
      checkedByOfficer: true,
    })),
    totalVnd: amount(1_400_000_000),
    method: 'transfer',
    payerAddress: longSlipFacts.dossier.content.applicant.address,
  },
};
