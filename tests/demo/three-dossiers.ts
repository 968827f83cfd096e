import { join, resolve } from 'node:path';
import type { Intake } from '../support/counter.ts';

const pages = resolve(import.meta.dirname, '../fixtures/pages');
const page = (name: string): string => join(pages, name);

/** Three invented citizens with real scanned pages; one paper comes from SANE's test scanner. */
export const threeDossiers: readonly (Intake & { readonly who: string })[] = [
  {
    who: 'Nguyễn Thị An',
    procedure: 'dang ky khai sinh',
    cardQr: '001190000017||Nguyễn Thị An|15011990|Nữ|8 ngõ 12, phường Nghĩa Đô, thành phố Hà Nội|01022022',
    phone: '0912345678',
    files: {
      'Tờ khai đăng ký khai sinh': [page('vn05_tt66-2023_p03.png')],
      'Giấy chứng sinh': [page('rd22_quyetdinh_nghieng3_200.jpg')],
    },
  },
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
    files: { 'Giấy báo tử': [page('rd22_quyetdinh_nghieng3_200.jpg')] },
    scanned: ['Tờ khai đăng ký khai tử'],
  },
];
