import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';
import type { Random } from '../seeded-random.ts';

const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đoàn|Vương|Trịnh|Trương|Đinh|Lâm|Phùng|Mai|Tô|Hà|Tạ|Quách|Lương|Nông|Chu|Cao|Thái|Lưu|Kiều|Khổng|Giáp';
const MIDDLE = {
  male: 'Văn|Hữu|Đức|Quang|Minh|Ngọc|Đình|Xuân|Công|Thế|Anh|Bảo|Gia|Hoàng|Tuấn|Trọng|Duy|Quốc|Thanh|Mạnh',
  female:
    'Thị|Thị Thu|Thị Ngọc|Thị Bích|Thu|Ngọc|Phương|Khánh|Thùy|Thị Kim|Diệu|Thanh|Hồng|Mỹ|Quỳnh|Ánh|Tuyết',
} as const;
const GIVEN = {
  male: 'An|Bình|Cường|Dũng|Đạt|Giang|Hải|Hiếu|Hùng|Khoa|Kiên|Lâm|Long|Nam|Nghĩa|Phong|Phúc|Quân|Quyết|Sơn|Tài|Thắng|Thịnh|Tiến|Toàn|Trí|Trung|Tùng|Tuấn|Việt|Vinh|Vượng|Đức|Hưng',
  female:
    'Anh|Ánh|Chi|Dung|Duyên|Giang|Hà|Hạnh|Hằng|Hiền|Hoa|Huệ|Hương|Lan|Linh|Loan|Mai|Mẫu|My|Nga|Ngân|Nhung|Như|Oanh|Phượng|Quyên|Thảo|Thủy|Trang|Trâm|Tuyết|Uyên|Vân|Vy|Yến|Hường',
} as const;
const ETHNIC = 'Kinh|Kinh|Kinh|Kinh|Kinh|Tày|Mường|Nùng|Thái|Dao|Hoa|Khmer|Mông';
const WARDS =
  'phường Cầu Giấy|phường An Thịnh|xã Thử Đức|phường Hoàn Kiếm|phường Đống Đa|xã Đông Anh|phường Hà Đông|xã Thạch Thất|phường Bồ Đề|phường Tây Hồ|xã Quảng Oai|xã Mẫu Sơn|phường Ba Đình|phường Vĩnh Tuy|xã Gia Lâm|phường Định Công|xã Ứng Hòa|phường Yên Mẫu';
const STREETS =
  'phố Cầu Vồng|đường Thử Nghiệm|phố Trần Đăng Ninh|đường Nguyễn Trãi|phố Huỳnh Thúc Kháng|đường Láng|phố Đội Cấn|đường Xuân Thủy|phố Hàng Bông|đường Lê Duẩn|phố Tôn Đức Thắng';
/** Code of birth registration and name, some of each part of the country. */
const PROVINCES =
  '001 Hà Nội|001 Hà Nội|001 Hà Nội|036 Nam Định|038 Thanh Hóa|040 Nghệ An|031 Hải Phòng|030 Hải Dương|034 Thái Bình|026 Vĩnh Phúc|027 Bắc Ninh|079 Thành phố Hồ Chí Minh|048 Đà Nẵng|008 Tuyên Quang|020 Lạng Sơn';

export type Day = { readonly day: number; readonly month: number; readonly year: number };

export type Person = {
  /** `Nguyễn Văn An` */
  readonly name: string;
  readonly sex: 'Nam' | 'Nữ';
  readonly born: Day;
  readonly personalId: string;
  readonly ethnicity: string;
  readonly residence: string;
  readonly origin: string;
};

export const pick = (random: Random, rows: string): string => {
  const all = rows.split('|');
  return all[Math.floor(random.next() * all.length)] ?? '';
};
export const whole = (random: Random, least: number, most: number): number =>
  Math.floor(random.between(least, most + 1));
export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => whole(random, 0, 9)).join('');

export function aDay(random: Random, firstYear: number, lastYear: number): Day {
  return { day: whole(random, 1, 28), month: whole(random, 1, 12), year: whole(random, firstYear, lastYear) };
}

const two = (n: number): string => String(n).padStart(2, '0');
export const isoDay = ({ day, month, year }: Day): string => `${year}-${two(month)}-${two(day)}`;
export const slashDay = ({ day, month, year }: Day): string => `${two(day)}/${two(month)}/${year}`;
/** `05 tháng 8 năm 2025`: a nought before days under 10 and the first two months (NĐ 30/2020). */
export const longDay = ({ day, month, year }: Day): string =>
  `${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`;

const north = new ReadingConfig();
north.unit = [];
north.oddText = 'linh';
export const inWords = (n: number): string => doReadNumber(String(n), north).normalize('NFC').trim();
export const dayInWords = ({ day, month, year }: Day): string =>
  `Ngày ${day <= 10 ? `mồng ${inWords(day)}` : inWords(day)}, tháng ${inWords(month)}, năm ${inWords(year)}`;

export function anAddress(random: Random, province = pick(random, PROVINCES).slice(4)): string {
  const ward = pick(random, WARDS);
  const house = random.chance(0.6) ? `Số ${whole(random, 1, 240)}, ` : `Thôn ${whole(random, 1, 9)}, `;
  const street = random.chance(0.6) ? `${pick(random, STREETS)}, ` : '';
  return `${house}${street}${ward}, ${province}`;
}

export function aPerson(
  random: Random,
  { from = 1955, to = 2005, sex = undefined as 'Nam' | 'Nữ' | undefined } = {},
): Person {
  const is = sex ?? (random.chance(0.5) ? 'Nam' : 'Nữ');
  const key = is === 'Nam' ? 'male' : 'female';
  const born = aDay(random, from, to);
  const [code = '001', ...province] = pick(random, PROVINCES).split(' ');
  const century = (born.year >= 2000 ? 2 : 0) + (is === 'Nữ' ? 1 : 0);
  return {
    name: `${pick(random, SURNAMES)} ${pick(random, MIDDLE[key])} ${pick(random, GIVEN[key])}`,
    sex: is,
    born,
    personalId: `${code}${century}${two(born.year % 100)}${digits(random, 6)}`,
    ethnicity: pick(random, ETHNIC),
    residence: anAddress(random),
    origin: `${pick(random, WARDS)}, ${province.join(' ')}`.replace(/^./, (first) => first.toUpperCase()),
  };
}
