import bwipjs from 'bwip-js/node';
import type { Random } from '../../seeded-random.ts';
import { A4, type Draw, type Form, noCodes, row, sheet, signature } from '../form.ts';
import { aDay, anAddress, aPerson, digits, isoDay, longDay, pick, whole } from '../invented-people.ts';

const USES = 'Đất ở tại đô thị|Đất ở tại nông thôn|Đất trồng cây lâu năm|Đất thương mại, dịch vụ';
const TERMS = 'Lâu dài|Đến ngày 15/10/2043|50 năm';
const ORIGINS =
  'Công nhận QSDĐ như giao đất có thu tiền sử dụng đất|Nhận chuyển nhượng đất được công nhận QSDĐ như giao đất có thu tiền sử dụng đất|Nhận thừa kế đất được Nhà nước giao đất có thu tiền';
const SERIAL = 'AĐ|BA|BM|CĐ|CH|DG|DE|CS';

function parcel(random: Random) {
  const area = whole(random, 30, 900) + (random.chance(0.5) ? whole(random, 1, 9) / 10 : 0);
  return {
    number: String(whole(random, 1, 900)),
    sheet: String(whole(random, 1, 90)),
    address: anAddress(random),
    area: String(area),
    shownArea: String(area).replace('.', ','),
    use: pick(random, USES),
    term: pick(random, TERMS),
    origin: pick(random, ORIGINS),
  };
}

const letters = '.name{text-align:center;color:#c22;font-weight:bold} b.serial{font-size:15pt}';

/** Page 1 of the booklet: who. */
export const landOwnerPage: Draw = (random, look): Form => {
  const owner = aPerson(random);
  const serial = `${pick(random, SERIAL)} ${digits(random, 6)}`;
  return {
    widthMm: 190,
    heightMm: 265,
    ...noCodes,
    kind: 'land-certificate-before-2024',
    official: null,
    fields: {
      'person-name': owner.name,
      'personal-id': owner.personalId,
      residence: owner.residence,
      'certificate-serial': serial,
    },
    html: sheet(
      look,
      `<div style="text-align:center"><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập - Tự do - Hạnh phúc</b></p></div>
      <p class="name" style="font-size:20pt;margin-top:12mm">GIẤY CHỨNG NHẬN</p><p class="name">QUYỀN SỬ DỤNG ĐẤT</p><p class="name">QUYỀN SỞ HỮU NHÀ Ở VÀ TÀI SẢN KHÁC GẮN LIỀN VỚI ĐẤT</p>
      <p style="margin-top:8mm"><b>I. Người sử dụng đất, chủ sở hữu nhà ở và tài sản khác gắn liền với đất</b></p>
      ${row(`${owner.sex === 'Nam' ? 'Ông' : 'Bà'}: <b>${owner.name}</b>`)}${row(`Năm sinh: ${owner.born.year}, CCCD số: ${owner.personalId}`)}${row(`Địa chỉ thường trú: ${owner.residence}`)}
      <p style="margin-top:30mm;text-align:right"><b class="serial">${serial}</b></p>`,
      letters,
    ),
  };
};

/** Page 2 of the booklet: the parcel. */
export const landParcelPage: Draw = (random, look): Form => {
  const land = parcel(random);
  const issued = aDay(random, 2010, 2023);
  const register = `${pick(random, 'CH|CS|CT')} ${digits(random, 5)}`;
  return {
    widthMm: 190,
    heightMm: 265,
    ...noCodes,
    kind: 'land-certificate-before-2024',
    official: null,
    fields: {
      'parcel-number': land.number,
      'map-sheet': land.sheet,
      'parcel-address': land.address,
      area: land.area,
      'land-use-form': 'sử dụng riêng',
      'land-use': land.use,
      'land-use-term': land.term,
      'land-origin': land.origin,
      'register-number': register,
      'issue-date': isoDay(issued),
    },
    html: sheet(
      look,
      [
        '<p><b>II. Thửa đất, nhà ở và tài sản khác gắn liền với đất</b></p><p><b>1. Thửa đất:</b></p>',
        row(`a) Thửa đất số: ${land.number},`, `tờ bản đồ số: ${land.sheet}`),
        row(`b) Địa chỉ: ${land.address}`),
        row(`c) Diện tích: ${land.shownArea} m²`),
        row('d) Hình thức sử dụng: sử dụng riêng'),
        row(`đ) Mục đích sử dụng: ${land.use}`),
        row(`e) Thời hạn sử dụng: ${land.term}`),
        row(`g) Nguồn gốc sử dụng: ${land.origin}`),
        '<p><b>2. Nhà ở:</b> -/-</p><p><b>3. Công trình xây dựng khác:</b> -/-</p>',
        row('Ghi chú: Không'),
        `<p style="text-align:right;margin-top:6mm"><i>Hà Nội, ngày ${longDay(issued)}</i></p>`,
        signature('SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG<br/>GIÁM ĐỐC', aPerson(random).name),
        row(`Số vào sổ cấp GCN: ${register}`),
      ].join(''),
      letters,
    ),
  };
};

/** The one sheet of from 1/8/2024. */
export const landCertificate2024: Draw = (random, look): Form => {
  const owner = aPerson(random);
  const land = parcel(random);
  const issued = aDay(random, 2025, 2026);
  const serial = `${pick(random, 'AA|AB')} ${digits(random, 8)}`;
  const register = `VP${digits(random, 5)}`;
  return {
    ...A4,
    codes: [],
    mrz: null,
    kind: 'land-certificate-2024',
    official: null,
    fields: {
      'certificate-serial': serial,
      'person-name': owner.name,
      'personal-id': owner.personalId,
      residence: owner.residence,
      'parcel-number': land.number,
      'map-sheet': land.sheet,
      area: land.area,
      'land-use': land.use,
      'land-use-term': land.term,
      'land-use-form': 'Sử dụng riêng',
      'parcel-address': land.address,
      'register-number': register,
      'issue-date': isoDay(issued),
    },
    html: sheet(
      look,
      `<div style="position:absolute;right:14mm;top:14mm;width:20mm">${bwipjs.toSVG({ bcid: 'qrcode', text: `QR${digits(random, 20)}` })}</div>
      <div style="text-align:center"><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập - Tự do - Hạnh phúc</b></p><p class="name" style="font-size:18pt;margin-top:12mm">GIẤY CHỨNG NHẬN</p><p class="name">QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT</p></div>
      <p style="margin-top:5mm"><b>1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:</b></p>${row(`${owner.sex === 'Nam' ? 'Ông' : 'Bà'}: ${owner.name}, CCCD số: ${owner.personalId}`)}${row(`Địa chỉ: ${owner.residence}`)}
      <p><b>2. Thông tin thửa đất:</b></p>${row(`Thửa đất số: ${land.number};`, `Tờ bản đồ số: ${land.sheet}`)}${row(`Diện tích: ${land.shownArea} m²`)}${row(`Loại đất: ${land.use}`)}${row(`Thời hạn sử dụng đất: ${land.term}`)}${row('Hình thức sử dụng đất: Sử dụng riêng')}${row(`Địa chỉ: ${land.address}`)}
      <p><b>3. Thông tin tài sản gắn liền với đất:</b> -/-</p><p><i>Thông tin chi tiết được thể hiện tại mã QR</i></p><p style="text-align:right;margin-top:6mm"><i>Hà Nội, ngày ${longDay(issued)}</i></p>
      ${signature('VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI HÀ NỘI<br/>GIÁM ĐỐC', aPerson(random).name)}<p>Số vào sổ cấp Giấy chứng nhận: ${register}</p><p style="text-align:right"><b class="serial">${serial}</b></p>`,
      letters,
    ),
  };
};
