import type { Applicant, Delegation } from '../../../src/shared/domain/applicant/applicant.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import type { FeeLine, ReceiptIssued } from '../../../src/shared/domain/receipt/receipt.ts';
import type { NationalRecord } from './national-record.ts';
import { portalTime } from './portal-time.ts';

/** A dossier as the city has it. Dates as text of a moment. */
export type HeldDossier = {
  readonly code: string;
  readonly status: string;
  readonly receivedAt: string;
  readonly dueAt: string | null;
  readonly content: DossierContent;
  readonly receipt: ReceiptIssued | null;
  /** Pages that are in the city, hashed. */
  readonly pagesHere: ReadonlySet<string>;
};

/** A supervisor's signature is the Center's own affair: until it goes on to the authority, a dossier is received. */
const STATUS_CODES: Readonly<Record<string, NationalRecord['TrangThaiHoSo']>> = {
  received: '2',
  submitted: '2',
  returned: '2',
  approved: '2',
  withdrawn: '7',
};

export const statusCodeOf = (status: string): NationalRecord['TrangThaiHoSo'] => {
  const code = STATUS_CODES[status];
  if (code === undefined) throw new Error(`no TrangThaiHoSo for ${status}`);
  return code;
};

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

/** Whose dossier it is: who came, or who sent them. */
function ownerOf(applicant: Applicant, delegation: Delegation | null) {
  if (delegation === null)
    return {
      name: applicant.fullName,
      id: applicant.personalId,
      email: applicant.email,
      phone: applicant.phone,
    };
  const { ownerName, ownerId, ownerEmail = '', ownerPhone = '' } = delegation;
  return { name: ownerName, id: ownerId, email: ownerEmail, phone: ownerPhone };
}

function identitiesOf(id: string): NationalRecord['DinhDanhCHS'] {
  if (/^\d{12}$/.test(id)) return [{ LoaiDinhDanh: '1', SoDinhDanh: id }];
  if (/^\d{9}$/.test(id)) return [{ LoaiDinhDanh: '2', SoDinhDanh: id }];
  return [];
}

/** Every page is a file of its paper; a component counts as digitised only with its file (domain.md §5.5). */
function filesOf({ content, pagesHere }: HeldDossier): NationalRecord['TaiLieuNop'] {
  return content.papers.flatMap((paper) =>
    paper.pages.map((page, i): NationalRecord['TaiLieuNop'][number] => ({
      TepDinhKemId: page.sha256,
      TenTepDinhKem: cut(`${paper.name} (${i + 1}/${paper.pages.length})`, 4000),
      IsDeleted: '0',
      // Component codes come from the national registry and are never invented (domain.md §3.3).
      MaThanhPhanHoSo: '',
      DuongDanTaiTepTin: '',
      DuocSoHoa: pagesHere.has(page.sha256) ? '1' : '0',
      DuocTaiSuDung: '0',
      MaKetQuaThayThe: '',
      DuocLayTuKhoDMQG: '0',
    })),
  );
}

/** What the receipt says; without one the fee is still to be collected. */
const feesOf = (lines: readonly FeeLine[], collected: boolean): NationalRecord['DanhSachLePhi'] =>
  lines.map(({ name, unitVnd, quantity }) => ({
    TenPhiLePhi: name,
    MaPhiLePhi: '',
    HinhThucThu: unitVnd === 0 ? 'Không thu phí' : collected ? 'Thu trước' : 'Thu sau',
    Gia: String(unitVnd * quantity),
    LoaiPhiLePhi: '',
  }));

/** A dossier as the national portal takes it; its code is final and it has a due date, which the portal asks for. */
export function toNationalRecord(dossier: HeldDossier & { readonly dueAt: string }): NationalRecord {
  const { content, receipt } = dossier;
  const { applicant, delegation, procedure } = content;
  const owner = ownerOf(applicant, delegation);
  const files = filesOf(dossier);
  return {
    MaHoSo: dossier.code,
    MaTTHC: procedure.code,
    TenTTHC: procedure.name,
    MaLinhVuc: '',
    TenLinhVuc: procedure.field,
    KenhThucHien: '1',
    NoiNopHoSo: '2',
    ChuHoSo: owner.name,
    SoGiayToChuHoSo: owner.id,
    LoaiDoiTuong: '1',
    MaDoiTuong: '',
    DinhDanhCHS: identitiesOf(owner.id),
    TaiKhoanDuocXacThucVoiVNeID: '0',
    Email: owner.email,
    Fax: '',
    SoDienThoai: owner.phone,
    ThongTinKhac:
      delegation === null ? '' : `Người nộp thay: ${applicant.fullName}, theo ${delegation.document}`,
    TrichYeuHoSo: cut(`${procedure.name} – ${owner.name}`, 1000),
    NgayNopHoSo: portalTime(dossier.receivedAt),
    NgayTiepNhan: portalTime(dossier.receivedAt),
    NgayHenTra: portalTime(dossier.dueAt),
    NgayKetThucXuLy: '',
    NgayTra: '',
    NgayTuChoi: '',
    TrangThaiHoSo: statusCodeOf(dossier.status),
    HinhThuc: '0',
    ThongTinTra: content.resultDelivery === 'at-desk' ? 'Nhận tại quầy' : 'Trả qua bưu chính công ích',
    DonViXuLy: procedure.authority,
    GhiChu: content.note,
    TaiLieuNop: files,
    DanhSachLePhi: feesOf(receipt?.lines ?? content.feeLines, receipt !== null),
    DuocThanhToanTrucTuyen: (receipt?.lines ?? content.feeLines).length === 0 ? '3' : '0',
    // Papers beyond the procedure's own list.
    DanhSachTepDinhKemKhac: content.papers
      .filter((paper) => paper.requirement === null)
      .map(({ name, originals, copies }) => ({
        TenGiayTo: name,
        SoLuong: String(originals + copies),
        LoaiGiayTo: originals > 0 ? 'Bản chính' : 'Bản sao',
      })),
    // The desk neither asks for supplements nor hands out results.
    DanhSachHoSoBoSung: [],
    DanhSachGiayToKetQua: [],
    HoSoCoThanhPhanSoHoa: files.some(({ DuocSoHoa }) => DuocSoHoa === '1') ? '1' : '0',
    DSKetNoiCSDL: [],
  };
}
