import type { AmountVnd } from '../../../../src/shared/base/money.ts';
import { amountInWords } from '../../../../src/shared/domain/receipt/amount-in-words.ts';
import { A4, type Draw, type Form, head, noCodes, row, sheet, signature, title } from '../form.ts';
import { aDay, anAddress, aPerson, digits, isoDay, longDay, pick, whole } from '../invented-people.ts';

const shownAmount = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

function taxCode(random: Parameters<typeof digits>[0]): string {
  for (;;) {
    const nine = `01${digits(random, 7)}`;
    const check = 10 - (WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(nine[at]), 0) % 11);
    if (check < 10) return `${nine}${check}`;
  }
}

export const businessRegistration: Draw = (random, look): Form => {
  const leader = aPerson(random, { from: 1960, to: 2000 });
  const code = taxCode(random);
  const first = aDay(random, 2010, 2022);
  const changes = random.chance(0.6) ? whole(random, 1, 9) : 0;
  const changed = aDay(random, 2023, 2026);
  const name = `CÔNG TY ${pick(random, 'TNHH|CỔ PHẦN|TNHH MỘT THÀNH VIÊN')} ${pick(random, 'THƯƠNG MẠI VÀ DỊCH VỤ|XÂY DỰNG|SẢN XUẤT|CÔNG NGHỆ')} ${pick(random, 'CẦU VỒNG|AN THỊNH|MẪU SƠN|THỬ NGHIỆM|HOA SEN TRẮNG')}`;
  const office = `${anAddress(random)}, Việt Nam`;
  const capital = whole(random, 1, 900) * 100_000_000;
  return {
    ...A4,
    ...noCodes,
    kind: 'business-registration',
    official: null,
    fields: {
      'business-code': code,
      'business-name': name,
      'head-office': office,
      'charter-capital': String(capital),
      representative: leader.name.toUpperCase(),
      'first-registration-date': isoDay(first),
      ...(changes > 0 ? { 'change-count': String(changes), 'change-date': isoDay(changed) } : {}),
    },
    html: sheet(
      { ...look, sizePt: 12 },
      [
        head('SỞ TÀI CHÍNH<br/>THÀNH PHỐ HÀ NỘI', 'PHÒNG ĐĂNG KÝ KINH DOANH', '', ''),
        title(
          'GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP',
          '<p><b>CÔNG TY TRÁCH NHIỆM HỮU HẠN</b></p>'.replace(
            'TRÁCH NHIỆM HỮU HẠN',
            /CỔ PHẦN/.test(name) ? 'CỔ PHẦN' : 'TRÁCH NHIỆM HỮU HẠN',
          ),
        ),
        `<div style="text-align:center"><p><b>Mã số doanh nghiệp: ${code}</b></p><p><i>Đăng ký lần đầu, ngày ${longDay(first)}</i></p>${changes > 0 ? `<p><i>Đăng ký thay đổi lần thứ: ${changes}, ngày ${longDay(changed)}</i></p>` : ''}</div>`,
        '<p><b>1. Tên công ty</b></p>',
        row(`Tên công ty viết bằng tiếng Việt: ${name}`),
        row('Tên công ty viết bằng tiếng nước ngoài: SAMPLE COMPANY'),
        '<p><b>2. Địa chỉ trụ sở chính</b></p>',
        `<p>${office}</p>`,
        row(`Điện thoại: 09${digits(random, 8)}`, 'Fax:'),
        '<p><b>3. Vốn điều lệ</b></p>',
        row(`Vốn điều lệ: ${shownAmount(capital)} đồng.`),
        row(`Bằng chữ: ${amountInWords(capital as AmountVnd)}`),
        '<p><b>4. Người đại diện theo pháp luật của công ty</b></p>',
        row(`* Họ và tên: ${leader.name.toUpperCase()}`, `Giới tính: ${leader.sex}`),
        row('Chức danh: Giám đốc'),
        row(`Số giấy tờ pháp lý của cá nhân: ${leader.personalId}`),
        row(`Địa chỉ thường trú: ${leader.residence}`),
        signature('TRƯỞNG PHÒNG', aPerson(random).name),
      ].join(''),
    ),
  };
};

export const householdBusiness: Draw = (random, look): Form => {
  const owner = aPerson(random);
  const first = aDay(random, 2015, 2026);
  const code = random.chance(0.5) ? owner.personalId : `01${pick(random, 'A|B|C')}8${digits(random, 6)}`;
  const name = `HỘ KINH DOANH ${owner.name.toUpperCase()}`;
  const office = anAddress(random);
  const capital = whole(random, 5, 900) * 1_000_000;
  return {
    ...A4,
    ...noCodes,
    kind: 'household-business-registration',
    official: null,
    fields: {
      'business-code': code,
      'business-name': name,
      'head-office': office,
      'charter-capital': String(capital),
      representative: owner.name.toUpperCase(),
      'first-registration-date': isoDay(first),
      ...(code === owner.personalId ? { 'personal-id': owner.personalId } : {}),
    },
    html: sheet(
      look,
      [
        head('UBND PHƯỜNG AN THỊNH', 'PHÒNG KINH TẾ', '', ''),
        title(
          'GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH',
          `<p>Mã số hộ kinh doanh: ${code}</p><p><i>Đăng ký lần đầu, ngày ${longDay(first)}</i></p>`,
        ),
        row(`1. Tên hộ kinh doanh: ${name}`),
        row(`2. Địa chỉ trụ sở hộ kinh doanh: ${office}`),
        row(`Điện thoại: 09${digits(random, 8)}`),
        row('3. Ngành, nghề kinh doanh: Bán lẻ hàng hóa khác'),
        row(`4. Vốn kinh doanh: ${shownAmount(capital)} đồng`),
        '<p>5. Thông tin về chủ hộ kinh doanh</p>',
        row(`Họ và tên: ${owner.name.toUpperCase()}`, `Giới tính: ${owner.sex}`),
        row(
          `Sinh ngày: ${String(owner.born.day).padStart(2, '0')}/${String(owner.born.month).padStart(2, '0')}/${owner.born.year}`,
          `Dân tộc: ${owner.ethnicity}`,
          'Quốc tịch: Việt Nam',
        ),
        row(`Số định danh cá nhân: ${owner.personalId}`),
        row(`Nơi thường trú: ${owner.residence}`),
        signature('TRƯỞNG PHÒNG', aPerson(random).name),
      ].join(''),
    ),
  };
};
