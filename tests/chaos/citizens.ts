import { join, resolve } from 'node:path';
import type { Intake } from '../support/counter.ts';
import type { Random } from '../support/seeded-random.ts';
import { drawPage } from './paper-pages.ts';

/** What a citizen handed in, as the driver knows it without asking the desk. */
export type Citizen = {
  readonly who: string;
  readonly intake: Intake;
  readonly pages: readonly string[];
};

const MIDDLE = ['Văn', 'Thị', 'Minh', 'Thu', 'Quang', 'Ngọc', 'Hữu', 'Thanh', 'Đức', 'Bảo'];
const GIVEN = ['An', 'Bình', 'Chi', 'Dũng', 'Hoa', 'Khánh', 'Lan', 'Nam', 'Phúc', 'Yến'];
const FAMILY = ['Trần', 'Nguyễn', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
/** The one page that several citizens hand in. */
export const REAL_PAGE = resolve(import.meta.dirname, '../fixtures/pages/id3_skew_front.jpg');
const REAL_PAGE_SHARE = 0.25;

/** The `n`th citizen (no name comes twice among 1,000), with one or two pages that no one else hands in and sometimes a real scanned one. */
export async function nextCitizen(folder: string, n: number, random: Random): Promise<Citizen> {
  const who = `${FAMILY[Math.floor(n / 100) % 10]} ${MIDDLE[n % 10]} ${GIVEN[Math.floor(n / 10) % 10]}`;
  const drawn = await Promise.all(
    Array.from({ length: random.chance(0.5) ? 2 : 1 }, (_, k) => drawPage(folder, n * 10 + k)),
  );
  const files = [...drawn.map(({ path }) => path), ...(random.chance(REAL_PAGE_SHARE) ? [REAL_PAGE] : [])];
  const id = `001085${String(n).padStart(6, '0')}`;
  return {
    who,
    intake: {
      procedure: '1.004194',
      cardQr: `${id}||${who}|20031985|Nam|24 Trần Đăng Ninh, phường Cầu Giấy, thành phố Hà Nội|05052021`,
      phone: `09${String(10_000_000 + n)}`,
      files: { 'Tờ khai thay đổi': files },
    },
    pages: drawn.map(({ sha256 }) => sha256),
  };
}

export const pagesFolder = (root: string): string => join(root, 'papers');
