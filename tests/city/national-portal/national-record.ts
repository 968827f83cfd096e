import { z } from 'zod';
import { DossierCode } from '../../../src/shared/domain/dossier/dossier-received.ts';
import { ProcedureCode } from '../../../src/shared/domain/procedure/procedure.ts';
import {
  HINH_THUC,
  HINH_THUC_THU,
  KENH_THUC_HIEN,
  KHONG_CO,
  LOAI_DINH_DANH,
  LOAI_DOI_TUONG,
  MA_CSDL,
  NOI_NOP_HO_SO,
  TAI_SU_DUNG,
  THANH_TOAN_TRUC_TUYEN,
  TRANG_THAI_HO_SO,
} from './code-lists.ts';

/** One of a code list's codes: everything on this wire is text. */
const code = <C extends string>(list: Readonly<Record<C, string>>) =>
  z.enum(Object.keys(list) as [C, ...C[]]);
const required = z.string().trim().min(1);
/** '' says that there is nothing to say; the keys are always there. */
const text = z.string();

const isRealTime = (digits: string): boolean => {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  const iso = `${y}-${mo}-${d}T${h}:${mi}:${s}.000Z`;
  const at = new Date(iso);
  return !Number.isNaN(at.getTime()) && at.toISOString() === iso;
};
const PortalTime = z.string().refine(isRealTime, 'not yyyyMMddHHmmss');
const MaybeTime = z.union([z.literal(''), PortalTime]);
const AmountText = z.string().regex(/^\d{1,15}$/);

const TaiLieuNop = z.strictObject({
  TepDinhKemId: required,
  TenTepDinhKem: required.max(4000),
  IsDeleted: code(KHONG_CO),
  MaThanhPhanHoSo: text,
  DuongDanTaiTepTin: text,
  DuocSoHoa: code(KHONG_CO),
  DuocTaiSuDung: code(TAI_SU_DUNG),
  MaKetQuaThayThe: text,
  DuocLayTuKhoDMQG: code(KHONG_CO),
});

const LePhi = z.strictObject({
  TenPhiLePhi: required,
  MaPhiLePhi: text,
  HinhThucThu: z.enum(HINH_THUC_THU),
  Gia: AmountText,
  LoaiPhiLePhi: text,
});

const GiayToKhac = z.strictObject({
  TenGiayTo: required,
  SoLuong: z.string().regex(/^\d+$/),
  LoaiGiayTo: text,
});

const HoSoBoSung = z.strictObject({
  HoSoBoSungId: required,
  NguoiYeuCauBoSung: text,
  NoiDungBoSung: required,
  NgayBoSung: PortalTime,
  NguoiTiepNhanBoSung: text,
  ThongTinTiepNhan: text,
  NgayTiepNhanBoSung: MaybeTime,
  TrangThaiBoSung: text,
  DanhSachGiayToBoSung: z.array(GiayToKhac),
  DanhSachLePhiBoSung: z.array(LePhi),
  NgayHenTraTruoc: MaybeTime,
  NgayHenTraMoi: MaybeTime,
});

const GiayToKetQua = z.strictObject({
  TenGiayTo: required,
  MaThanhPhanHoSo: text,
  GiayToId: required,
  DuongDanTepTinKetQua: text,
  MaGiayToKetQua: text,
});

/** One dossier as `DongBoHoSoMC` takes it (domain.md §5.3): all fields, all text. */
export const NationalRecord = z
  .strictObject({
    MaHoSo: DossierCode,
    MaTTHC: ProcedureCode,
    TenTTHC: text,
    MaLinhVuc: text,
    TenLinhVuc: text,
    KenhThucHien: code(KENH_THUC_HIEN),
    NoiNopHoSo: code(NOI_NOP_HO_SO),
    ChuHoSo: required,
    SoGiayToChuHoSo: text,
    LoaiDoiTuong: code(LOAI_DOI_TUONG),
    MaDoiTuong: text,
    DinhDanhCHS: z.array(
      z
        .strictObject({
          LoaiDinhDanh: code(LOAI_DINH_DANH),
          SoDinhDanh: z.string().regex(/^(\d{9}|\d{12})$/),
        })
        .refine(
          ({ LoaiDinhDanh, SoDinhDanh }) => SoDinhDanh.length === (LoaiDinhDanh === '1' ? 12 : 9),
          'the kind of number is of another length',
        ),
    ),
    TaiKhoanDuocXacThucVoiVNeID: code(KHONG_CO),
    Email: text,
    Fax: text,
    SoDienThoai: text,
    ThongTinKhac: text,
    TrichYeuHoSo: z.string().max(1000),
    NgayNopHoSo: MaybeTime,
    NgayTiepNhan: PortalTime,
    NgayHenTra: PortalTime,
    NgayKetThucXuLy: MaybeTime,
    NgayTra: MaybeTime,
    NgayTuChoi: MaybeTime,
    TrangThaiHoSo: code(TRANG_THAI_HO_SO),
    HinhThuc: code(HINH_THUC),
    ThongTinTra: text,
    DonViXuLy: text,
    GhiChu: text,
    TaiLieuNop: z.array(TaiLieuNop),
    DanhSachLePhi: z.array(LePhi),
    DuocThanhToanTrucTuyen: code(THANH_TOAN_TRUC_TUYEN),
    DanhSachTepDinhKemKhac: z.array(GiayToKhac),
    DanhSachHoSoBoSung: z.array(HoSoBoSung),
    DanhSachGiayToKetQua: z.array(GiayToKetQua),
    HoSoCoThanhPhanSoHoa: code(KHONG_CO),
    DSKetNoiCSDL: z.array(z.strictObject({ MaCSDL: code(MA_CSDL) })),
  })
  .refine((record) => record.NgayHenTra >= record.NgayTiepNhan, 'due before it was received');
export type NationalRecord = Readonly<z.input<typeof NationalRecord>>;

/** `isUpdating`: "True" for dossiers that the portal has; sending a known one as new is answered "3" (domain.md §5.2). */
export const SyncRequest = z.strictObject({
  service: z.literal('DongBoHoSoMC'),
  isUpdating: z.enum(['True', 'False']),
  data: z.array(NationalRecord).min(1),
});
export type SyncRequest = Readonly<z.input<typeof SyncRequest>>;

/** One step of a dossier as `CapNhatTienDoHoSoMC` takes it. */
export const ProgressRecord = z.strictObject({
  MaHoSo: DossierCode,
  NguoiXuLy: required.max(50),
  ChucDanh: text,
  ThoiDiemXuLy: PortalTime,
  PhongBanXuLy: text,
  NoiDungXuLy: required,
  TrangThai: code(TRANG_THAI_HO_SO),
  NgayBatDau: MaybeTime,
  NgayKetThucTheoQuyDinh: MaybeTime,
});
export type ProgressRecord = Readonly<z.input<typeof ProgressRecord>>;

/** The portal takes progress in chunks of ten. */
export const MOST_PROGRESS = 10;
export const ProgressRequest = z.strictObject({
  service: z.literal('CapNhatTienDoHoSoMC'),
  data: z.array(ProgressRecord).min(1).max(MOST_PROGRESS),
});
export type ProgressRequest = Readonly<z.input<typeof ProgressRequest>>;
