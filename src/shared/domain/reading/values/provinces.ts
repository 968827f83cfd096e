/** Provinces of today and of before 1/7/2025, as addresses end with them. */
const PROVINCES =
  'Hà Nội|Hà Giang|Cao Bằng|Bắc Kạn|Tuyên Quang|Lào Cai|Điện Biên|Lai Châu|Sơn La|Yên Bái|Hòa Bình|Hoà Bình|Thái Nguyên|Lạng Sơn|Quảng Ninh|Bắc Giang|Phú Thọ|Vĩnh Phúc|Bắc Ninh|' +
  'Hải Dương|Hải Phòng|Hưng Yên|Thái Bình|Hà Nam|Nam Định|Ninh Bình|Thanh Hóa|Thanh Hoá|Nghệ An|Hà Tĩnh|Quảng Bình|Quảng Trị|Huế|Đà Nẵng|Quảng Nam|Quảng Ngãi|Bình Định|Phú Yên|' +
  'Khánh Hòa|Khánh Hoà|Ninh Thuận|Bình Thuận|Kon Tum|Gia Lai|Đắk Lắk|Đắc Lắc|Đắk Nông|Lâm Đồng|Bình Phước|Tây Ninh|Bình Dương|Đồng Nai|Bà Rịa - Vũng Tàu|Bà Rịa-Vũng Tàu|Hồ Chí Minh|' +
  'Long An|Tiền Giang|Bến Tre|Trà Vinh|Vĩnh Long|Đồng Tháp|An Giang|Kiên Giang|Cần Thơ|Hậu Giang|Sóc Trăng|Bạc Liêu|Cà Mau';
const ends = new RegExp(`(?:^|[\\s,.])(?:${PROVINCES})(?:,? việt nam)?$`, 'iu');

/** An address that ends in a province is whole; marks count, for a province read wrong is an address read wrong. */
export const endsInProvince = (address: string): boolean => ends.test(address);
