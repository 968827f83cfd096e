import { A4, type Draw, type Form, filled, motto, noCodes, row, sheet, title } from '../form.ts';
import { aDay, aPerson, digits, isoDay, longDay, pick, slashDay } from '../invented-people.ts';

const TITLES =
  'TỜ KHAI ĐĂNG KÝ KHAI SINH|TỜ KHAI CẤP BẢN SAO TRÍCH LỤC HỘ TỊCH|TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN|ĐƠN ĐỀ NGHỊ CẤP GIẤY PHÉP XÂY DỰNG|ĐƠN ĐĂNG KÝ BIẾN ĐỘNG ĐẤT ĐAI, TÀI SẢN GẮN LIỀN VỚI ĐẤT|TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ|ĐƠN XIN XÁC NHẬN';
const REQUESTS =
  'Cấp bản sao trích lục khai sinh|Đăng ký khai sinh cho con|Xác nhận tình trạng hôn nhân|Cấp phép xây dựng nhà ở riêng lẻ';
const OFFICES =
  'Ủy ban nhân dân phường Cầu Giấy|Ủy ban nhân dân xã Thử Đức|Công an phường An Thịnh|Chi nhánh Văn phòng Đăng ký đất đai số 2';

export const declarationForm: Draw = (random, look): Form => {
  const person = aPerson(random);
  const heading = pick(random, TITLES);
  const addressee = pick(random, OFFICES);
  const request = pick(random, REQUESTS);
  const phone = `09${digits(random, 8)}`;
  const v = (text: string, name = false) => filled(look, text, { name });
  const nameLabel = pick(random, 'Họ, chữ đệm, tên người yêu cầu|Họ, chữ đệm và tên|Họ và tên|Tên tôi là');
  const idLabel = pick(random, 'Số định danh cá nhân|Số CCCD/CMND|Giấy tờ tùy thân');
  return {
    ...A4,
    ...noCodes,
    kind: 'declaration-form',
    official: null,
    fields: {
      'document-title': heading,
      addressee,
      'person-name': look.valueStyle === 'capitals' ? person.name.toUpperCase() : person.name,
      'birth-date': isoDay(person.born),
      'personal-id': person.personalId,
      residence: person.residence,
      phone,
      request,
    },
    html: sheet(
      look,
      [
        motto,
        title(heading),
        `<p style="text-align:center">Kính gửi: ${v(addressee)}</p>`,
        row(`${nameLabel}: ${v(person.name, true)}`),
        row(`Ngày, tháng, năm sinh: ${v(slashDay(person.born))}`, `Giới tính: ${v(person.sex)}`),
        row(
          `${idLabel}: ${v(idLabel === 'Giấy tờ tùy thân' ? `Căn cước công dân số ${person.personalId}` : person.personalId)}`,
        ),
        row(`Nơi cư trú: ${v(person.residence)}`),
        row(`Số điện thoại: ${v(phone)}`),
        row(`Nội dung đề nghị: ${v(request)}`),
        '<p>Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.</p>',
        `<p style="text-align:right;margin-top:5mm"><i>Làm tại: Hà Nội, ngày ${longDay(aDay(random, 2024, 2026))}</i></p><div class="sign"><p><b>NGƯỜI YÊU CẦU</b></p><p><i>(Ký, ghi rõ họ, chữ đệm, tên)</i></p><div class="space"></div><p>${person.name}</p></div>`,
      ].join(''),
    ),
  };
};
