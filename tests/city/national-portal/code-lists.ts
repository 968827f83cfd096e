/** The national portal's code lists, `code: meaning` (domain.md §5.1, §5.3, §5.4). */
export const TRANG_THAI_HO_SO = {
  '1': 'Mới đăng ký',
  '2': 'Được tiếp nhận',
  '3': 'Không được tiếp nhận',
  '4': 'Đang xử lý',
  '5': 'Yêu cầu bổ sung giấy tờ',
  '6': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  '7': 'Công dân yêu cầu rút hồ sơ',
  '8': 'Dừng xử lý',
  '9': 'Đã xử lý xong',
  '10': 'Đã trả kết quả',
} as const;
export const KENH_THUC_HIEN = { '1': 'Trực tiếp', '2': 'Trực tuyến', '3': 'Bưu chính công ích' } as const;
export const NOI_NOP_HO_SO = { '1': 'Cổng DVCQG', '2': 'Bộ, địa phương' } as const;
export const LOAI_DOI_TUONG = {
  '1': 'Người dân',
  '2': 'Doanh nghiệp',
  '3': 'Cơ quan nhà nước',
  '4': 'Tổ chức khác',
} as const;
export const LOAI_DINH_DANH = { '1': 'Số định danh 12 số', '2': 'CMND 9 số' } as const;
export const HINH_THUC = { '0': 'Trực tiếp', '1': 'Bưu chính' } as const;
export const THANH_TOAN_TRUC_TUYEN = {
  '0': 'Trực tiếp',
  '1': 'Qua Cổng DVCQG',
  '2': 'Qua cổng của bộ, địa phương',
  '3': 'Không',
} as const;
export const TAI_SU_DUNG = {
  '0': 'Không',
  '1': 'Tái sử dụng',
  '2': 'Thay bằng kết quả đã có (MaKetQuaThayThe)',
} as const;
export const KHONG_CO = { '0': 'Không', '1': 'Có' } as const;
export const HINH_THUC_THU = ['Thu trước', 'Thu sau', 'Đối tượng miễn phí', 'Không thu phí'] as const;
/** Databases that a dossier was checked against. */
export const MA_CSDL = { '1': 'Dân cư' } as const;
