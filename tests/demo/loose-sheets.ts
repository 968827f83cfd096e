import { join, resolve } from 'node:path';
import type { Intake } from '../support/counter.ts';

const pages = resolve(import.meta.dirname, '../fixtures/pages');
const page = (name: string): string => join(pages, name);

/** Two invented citizens with real scanned pages in files. */
export const looseSheets: readonly (Intake & { readonly who: string })[] = [
  {
    who: 'Trần Văn Bình',
    procedure: '1.004222',
    cardQr:
      '001085000123||Trần Văn Bình|20031985|Nam|24 Trần Đăng Ninh, phường Cầu Giấy, thành phố Hà Nội|05052021',
    phone: '0987654321',
    files: {
      'Tờ khai thay đổi': [page('vn09_tt53-2025_p06_chuky.png'), page('vn31_tt150-2020_p06_bang.jpg')],
      'Giấy tờ chứng minh chỗ ở': [page('id3_skew_front.jpg')],
    },
  },
  {
    who: 'Lê Thị Hoa',
    procedure: 'khai tu',
    cardQr:
      '001175000456||Lê Thị Hoa|02091975|Nữ|5 ngách 3 Xuân Thủy, phường Cầu Giấy, thành phố Hà Nội|10102022',
    phone: '0901234567',
    files: {
      'Giấy báo tử': [page('rd22_quyetdinh_nghieng3_200.jpg')],
      'Tờ khai đăng ký khai tử': [page('vn05_tt66-2023_p03.png')],
    },
  },
];
