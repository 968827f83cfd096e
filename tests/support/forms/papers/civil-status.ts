import {
  A4,
  type Draw,
  type Form,
  filled,
  head,
  motto,
  noCodes,
  row,
  sheet,
  signature,
  title,
} from '../form.ts';
import {
  aDay,
  anAddress,
  aPerson,
  dayInWords,
  inWords,
  isoDay,
  longDay,
  pick,
  slashDay,
  whole,
} from '../invented-people.ts';

const bodyOf = (place: string): string =>
  `UBND ${place.split(', ').find((part) => /^(phường|xã)/.test(part)) ?? 'phường Cầu Giấy'}, ${place.split(', ').at(-1)}`;

export const birthCertificate: Draw = (random, look): Form => {
  const child = aPerson(random, { from: 1985, to: 2026 });
  const mother = aPerson(random, { from: 1955, to: 2000, sex: 'Nữ' });
  const father = aPerson(random, { from: 1955, to: 2000, sex: 'Nam' });
  const registered = {
    ...child.born,
    year: Math.min(2026, child.born.year + whole(random, 0, 1)),
    month: 12,
  };
  const number = `${whole(random, 1, 999)}/${registered.year}`;
  const place = anAddress(random);
  const born = `Bệnh viện Phụ sản, ${anAddress(random).split(', ').slice(-2).join(', ')}`;
  const v = (text: string, name = false) => filled(look, text, { name });
  const [heading, official] = [
    ['GIẤY KHAI SINH', ''],
    ['GIẤY KHAI SINH', '<p><b>(BẢN SAO)</b></p>'],
    ['TRÍCH LỤC KHAI SINH', '<p><b>(BẢN SAO)</b></p>'],
  ][whole(random, 0, 2)] as [string, string];
  const parent = (who: 'mẹ' | 'cha', of: typeof mother) => [
    row(`Họ, chữ đệm, tên người ${who}: ${v(of.name, true)}`),
    row(`Năm sinh: ${v(String(of.born.year))}`, `Dân tộc: ${v(of.ethnicity)}`, `Quốc tịch: ${v('Việt Nam')}`),
    row(`Nơi cư trú: ${v(of.residence)}`),
  ];
  const capital = (text: string) => (look.valueStyle === 'capitals' ? text.toUpperCase() : text);
  return {
    ...A4,
    ...noCodes,
    kind: 'birth-certificate',
    official: null,
    fields: {
      'document-number': number,
      'person-name': capital(child.name),
      'birth-date': isoDay(child.born),
      sex: child.sex,
      ethnicity: child.ethnicity,
      nationality: 'Việt Nam',
      'place-of-birth': born,
      'place-of-origin': child.origin,
      'personal-id': child.personalId,
      'mother-name': capital(mother.name),
      'mother-birth-year': String(mother.born.year),
      'mother-residence': mother.residence,
      'father-name': capital(father.name),
      'father-birth-year': String(father.born.year),
      'father-residence': father.residence,
      'declarant-name': capital(father.name),
      'registration-place': bodyOf(place),
      'registration-date': isoDay(registered),
    },
    html: sheet(
      look,
      [
        motto,
        title(heading, `${official}<p>Số: ${number}</p>`),
        row(`Họ, chữ đệm, tên: ${v(child.name, true)}`),
        row(`Ngày, tháng, năm sinh: ${v(slashDay(child.born))}`),
        row(`Ghi bằng chữ: ${v(dayInWords(child.born))}`),
        row(`Giới tính: ${v(child.sex)}`, `Dân tộc: ${v(child.ethnicity)}`, `Quốc tịch: ${v('Việt Nam')}`),
        row(`Nơi sinh: ${v(born)}`),
        row(`Quê quán: ${v(child.origin)}`),
        row(`Số định danh cá nhân: ${v(child.personalId)}`),
        ...parent('mẹ', mother),
        ...parent('cha', father),
        row(`Họ, chữ đệm, tên người đi khai sinh: ${v(father.name, true)}`),
        row(`Giấy tờ tùy thân: ${v(`Căn cước công dân số ${father.personalId}`)}`),
        row(`Nơi đăng ký khai sinh: ${v(bodyOf(place))}`),
        row(`Ngày, tháng, năm đăng ký: ${v(slashDay(registered))}`),
        signature('NGƯỜI KÝ GIẤY KHAI SINH', aPerson(random).name),
      ].join(''),
    ),
  };
};

export const marriageCertificate: Draw = (random, look): Form => {
  const wife = aPerson(random, { from: 1960, to: 2004, sex: 'Nữ' });
  const husband = aPerson(random, { from: 1958, to: 2003, sex: 'Nam' });
  const registered = aDay(random, 2016, 2026);
  const number = `${whole(random, 1, 400)}/${registered.year}`;
  const place = bodyOf(anAddress(random));
  const v = (text: string, name = false) => filled(look, text, { name });
  const capital = (text: string) => (look.valueStyle === 'capitals' ? text.toUpperCase() : text);
  const side = (who: string, of: typeof wife) =>
    [
      `Họ, chữ đệm, tên ${who}: ${v(of.name, true)}`,
      `Ngày, tháng, năm sinh: ${v(slashDay(of.born))}`,
      `Dân tộc: ${v(of.ethnicity)}`,
      `Quốc tịch: ${v('Việt Nam')}`,
      `Nơi cư trú: ${v(of.residence)}`,
      `Giấy tờ tùy thân: ${v(`CCCD số ${of.personalId}`)}`,
    ].map((cell) => row(cell));
  return {
    ...A4,
    ...noCodes,
    kind: 'marriage-certificate',
    official: null,
    fields: {
      'document-number': number,
      'wife-name': capital(wife.name),
      'wife-birth-date': isoDay(wife.born),
      'wife-personal-id': wife.personalId,
      'wife-residence': wife.residence,
      'husband-name': capital(husband.name),
      'husband-birth-date': isoDay(husband.born),
      'husband-personal-id': husband.personalId,
      'husband-residence': husband.residence,
      'registration-place': place,
      'registration-date': isoDay(registered),
    },
    html: sheet(
      look,
      [
        motto,
        title('GIẤY CHỨNG NHẬN KẾT HÔN', `<p>Số: ${number}</p>`),
        `<div class="cols"><div>${side('vợ', wife).join('')}</div><div>${side('chồng', husband).join('')}</div></div>`,
        row(`Nơi đăng ký kết hôn: ${v(place)}`),
        row(`Ngày, tháng, năm đăng ký: ${v(slashDay(registered))}`),
        '<p>Giấy chứng nhận kết hôn này có giá trị kể từ ngày đăng ký.</p>',
        signature('NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN', aPerson(random).name),
      ].join(''),
    ),
  };
};

const STATUSES =
  'Chưa đăng ký kết hôn với ai|Chưa kết hôn lần nào|Đã ly hôn, hiện tại chưa đăng ký kết hôn với ai|Có vợ nhưng vợ đã chết, hiện tại chưa đăng ký kết hôn với ai';
const PURPOSES =
  'để kết hôn với công dân Việt Nam|để vay vốn ngân hàng|để làm thủ tục mua bán nhà đất|để bổ túc hồ sơ xuất khẩu lao động';

export const maritalStatusCertificate: Draw = (random, look): Form => {
  const person = aPerson(random);
  const issued = aDay(random, 2019, 2026);
  const number = `${whole(random, 1, 900)}/UBND-XNTTHN`;
  const status = pick(random, STATUSES);
  const purpose = pick(random, PURPOSES);
  const ward = person.residence.split(', ').find((part) => /^(phường|xã)/.test(part)) ?? 'phường Cầu Giấy';
  const v = (text: string, name = false) => filled(look, text, { name });
  return {
    ...A4,
    ...noCodes,
    kind: 'marital-status-certificate',
    official: null,
    fields: {
      'document-number': number,
      'issue-date': isoDay(issued),
      'person-name': look.valueStyle === 'capitals' ? person.name.toUpperCase() : person.name,
      'birth-date': isoDay(person.born),
      sex: person.sex,
      'personal-id': person.personalId,
      residence: person.residence,
      'marital-status': status,
      purpose,
    },
    html: sheet(
      look,
      [
        head('ỦY BAN NHÂN DÂN', ward.toUpperCase(), `Số: ${number}`, `Hà Nội, ngày ${longDay(issued)}`),
        title('GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN'),
        `<p>Xét đề nghị của ông/bà: ${person.name},</p><p>về việc cấp Giấy xác nhận tình trạng hôn nhân,</p><p><b>XÁC NHẬN:</b></p>`,
        row(`Họ, chữ đệm, tên: ${v(person.name, true)}`),
        row(`Ngày, tháng, năm sinh: ${v(slashDay(person.born))}`),
        row(`Giới tính: ${v(person.sex)}`, `Dân tộc: ${v(person.ethnicity)}`, `Quốc tịch: ${v('Việt Nam')}`),
        row(`Giấy tờ tùy thân: ${v(`CCCD số ${person.personalId}`)}`),
        row(`Nơi cư trú: ${v(person.residence)}`),
        row(`Tình trạng hôn nhân: ${v(status)}`),
        `<p>Giấy này có giá trị sử dụng trong thời hạn 06 tháng, kể từ ngày cấp, được sử dụng ${v(purpose)}.</p>`,
        signature('NGƯỜI KÝ GIẤY XÁC NHẬN', aPerson(random).name),
      ].join(''),
    ),
  };
};

export const birthNotice: Draw = (random, look): Form => {
  const mother = aPerson(random, { from: 1980, to: 2006, sex: 'Nữ' });
  const born = aDay(random, 2020, 2026);
  const sex = random.chance(0.5) ? 'Nam' : 'Nữ';
  const time = `${String(whole(random, 0, 23)).padStart(2, '0')}:${String(whole(random, 0, 59)).padStart(2, '0')}`;
  const weight = String(whole(random, 24, 42) * 100);
  const child = aPerson(random, { from: 2020, to: 2026, sex });
  const facility = pick(
    random,
    'Bệnh viện Phụ sản Hà Nội|Bệnh viện Đa khoa Thử Đức|Trạm Y tế xã Mẫu Sơn|Bệnh viện Đa khoa Đông Anh',
  );
  const number = `${whole(random, 1, 9000)}/${born.year}`;
  const v = (text: string, name = false) => filled(look, text, { name });
  const capital = (text: string) => (look.valueStyle === 'capitals' ? text.toUpperCase() : text);
  return {
    ...A4,
    ...noCodes,
    kind: 'birth-notice',
    official: null,
    fields: {
      'document-number': number,
      'health-facility': facility,
      'mother-name': capital(mother.name),
      'mother-birth-year': String(mother.born.year),
      'mother-personal-id': mother.personalId,
      'mother-residence': mother.residence,
      'birth-date': isoDay(born),
      'birth-time': time,
      sex,
      'birth-weight': weight,
      'child-name': capital(child.name),
    },
    html: sheet(
      look,
      [
        head('SỞ Y TẾ HÀ NỘI', facility.toUpperCase(), `Số: ${number}`, `Hà Nội, ngày ${longDay(born)}`),
        title('GIẤY CHỨNG SINH'),
        row(`Họ và tên mẹ/Người nuôi dưỡng: ${v(mother.name, true)}`),
        row(`Năm sinh: ${v(String(mother.born.year))}`),
        row(`Nơi đăng ký thường trú: ${v(mother.residence)}`),
        row(`Số CCCD/Hộ chiếu: ${v(mother.personalId)}`),
        row(`Dân tộc: ${v(mother.ethnicity)}`),
        row(`Đã sinh con vào lúc: ${v(`${time.replace(':', ' giờ ')} phút, ngày ${longDay(born)}`)}`),
        row(`Tại: ${v(facility)}`),
        row(`Số con trong lần sinh này: ${v('01')}`),
        row(`Giới tính của con: ${v(sex)}`, `Cân nặng: ${v(`${weight} gam`)}`),
        row(`Dự định đặt tên con là: ${v(child.name, true)}`),
        signature('THỦ TRƯỞNG CƠ SỞ KHÁM BỆNH, CHỮA BỆNH', aPerson(random).name),
      ].join(''),
    ),
  };
};

export const deathNotice: Draw = (random, look): Form => {
  const person = aPerson(random, { from: 1930, to: 1980 });
  const died = aDay(random, 2019, 2026);
  const number = `${whole(random, 1, 300)}/GBT`;
  const cause = pick(random, 'Bệnh già|Tai nạn giao thông|Suy tim giai đoạn cuối|Xơ gan');
  const v = (text: string, name = false) => filled(look, text, { name });
  return {
    ...A4,
    ...noCodes,
    kind: 'death-notice',
    official: null,
    fields: {
      'document-number': number,
      'person-name': look.valueStyle === 'capitals' ? person.name.toUpperCase() : person.name,
      'birth-date': isoDay(person.born),
      sex: person.sex,
      'personal-id': person.personalId,
      residence: person.residence,
      'death-date': isoDay(died),
      'death-cause': cause,
    },
    html: sheet(
      look,
      [
        head('SỞ Y TẾ HÀ NỘI', 'BỆNH VIỆN ĐA KHOA THỬ ĐỨC', `Số: ${number}`, `Hà Nội, ngày ${longDay(died)}`),
        title('GIẤY BÁO TỬ'),
        row(`Họ, chữ đệm, tên người chết: ${v(person.name, true)}`),
        row(`Ngày, tháng, năm sinh: ${v(slashDay(person.born))}`, `Giới tính: ${v(person.sex)}`),
        row(`Dân tộc: ${v(person.ethnicity)}`, `Quốc tịch: ${v('Việt Nam')}`),
        row(`Nơi cư trú cuối cùng: ${v(person.residence)}`),
        row(`Số định danh cá nhân: ${v(person.personalId)}`),
        row(`Đã chết vào lúc: ${v(`${inWords(7).length + 3} giờ 15 phút, ngày ${longDay(died)}`)}`),
        row(`Nơi chết: ${v('Bệnh viện Đa khoa Thử Đức')}`),
        row(`Nguyên nhân chết: ${v(cause)}`),
        signature('GIÁM ĐỐC', aPerson(random).name),
      ].join(''),
    ),
  };
};
