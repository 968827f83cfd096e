import type { OfficialKind } from '../../../../src/shared/domain/paper/paper-kind.ts';
import { A4, type Draw, type Form, head, noCodes, row, sheet, signature, title } from '../form.ts';
import { aDay, aPerson, isoDay, longDay, pick, slashDay, whole } from '../invented-people.ts';

const BODIES =
  'ỦY BAN NHÂN DÂN/PHƯỜNG CẦU GIẤY|ỦY BAN NHÂN DÂN/XÃ THỬ ĐỨC|UBND THÀNH PHỐ HÀ NỘI/SỞ NỘI VỤ|UBND THÀNH PHỐ HÀ NỘI/TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG|UBND THÀNH PHỐ HÀ NỘI/SỞ TƯ PHÁP';
const SUBJECTS =
  'Về việc công nhận hộ thoát nghèo năm 2025|Về việc thu hồi đất để thực hiện dự án|Về việc phê duyệt quy trình nội bộ giải quyết thủ tục hành chính|Về việc bổ nhiệm cán bộ|Về việc cho phép chuyển mục đích sử dụng đất|Về việc niêm yết công khai hồ sơ';
const TEXT =
  'Căn cứ Luật Tổ chức chính quyền địa phương; xét đề nghị của Trưởng phòng chuyên môn; các đơn vị và cá nhân có liên quan chịu trách nhiệm thi hành văn bản này kể từ ngày ký.';

type Sort = { readonly official: OfficialKind; readonly name: string; readonly symbol: string };
const SORTS: readonly Sort[] = [
  { official: 'decision', name: 'QUYẾT ĐỊNH', symbol: 'QĐ' },
  { official: 'notice', name: 'THÔNG BÁO', symbol: 'TB' },
  { official: 'plan', name: 'KẾ HOẠCH', symbol: 'KH' },
  { official: 'report', name: 'BÁO CÁO', symbol: 'BC' },
  { official: 'submission', name: 'TỜ TRÌNH', symbol: 'TTr' },
  { official: 'official-letter', name: '', symbol: '' },
];

export const officialDocument: Draw = (random, look): Form => {
  const [over = '', body = ''] = pick(random, BODIES).split('/');
  const issued = aDay(random, 2018, 2026);
  const sort = SORTS[whole(random, 0, SORTS.length - 1)] ?? (SORTS[0] as Sort);
  const letters = body
    .split(' ')
    .map((word) => word[0])
    .join('')
    .replace(/[^A-ZĐ]/g, '');
  const short = /PHƯỜNG|XÃ/.test(body) ? 'UBND' : letters;
  const no = String(whole(random, 1, 3000)).padStart(2, '0');
  const number = sort.symbol === '' ? `${no}/${short}-VP` : `${no}/${sort.symbol}-${short}`;
  const subject = pick(random, SUBJECTS);
  const issuing = /PHƯỜNG|XÃ/.test(body) ? `${over} ${body}` : body;
  const letter = sort.official === 'official-letter';
  const about = subject.replace('Về việc', 'V/v');
  return {
    ...A4,
    ...noCodes,
    kind: 'official-document',
    official: sort.official,
    fields: {
      'document-number': number,
      'issue-date': isoDay(issued),
      'document-title': letter ? about : `${sort.name} ${subject}`,
      'issuing-body': issuing,
    },
    html: sheet(
      look,
      [
        head(
          /PHƯỜNG|XÃ/.test(body) ? `<b>${over}</b>` : over,
          body,
          `Số: ${number}${letter ? `<br/>${about}` : ''}`,
          `Hà Nội, ngày ${longDay(issued)}`,
        ),
        letter
          ? '<p style="text-align:center;margin:6mm">Kính gửi: Các phòng, ban, đơn vị trực thuộc</p>'
          : title(sort.name, `<p><b>${subject}</b></p>`),
        `<p style="text-align:justify">${TEXT}</p>`.repeat(whole(random, 1, 3)),
        sort.official === 'decision'
          ? '<p><b>Điều 1.</b> Ban hành kèm theo Quyết định này quy định về việc thực hiện.</p>'
          : '',
        `<div class="cols"><div style="font-size:11pt"><p><b><i>Nơi nhận:</i></b></p><p>- Như trên;</p><p>- Lưu: VT.</p></div><div>${signature('TM. ỦY BAN NHÂN DÂN<br/>CHỦ TỊCH', aPerson(random).name)}</div></div>`,
      ].join(''),
    ),
  };
};

export const judgment: Draw = (random, look): Form => {
  const issued = aDay(random, 2012, 2026);
  const number = `${whole(random, 1, 300)}/${issued.year}/${pick(random, 'HNGĐ-ST|DS-ST|QĐST-HNGĐ')}`;
  const decision = /QĐST/.test(number);
  const court = `TÒA ÁN NHÂN DÂN ${pick(random, 'KHU VỰC 2 - HÀ NỘI|QUẬN CẦU GIẤY|HUYỆN ĐÔNG ANH')}`;
  return {
    ...A4,
    ...noCodes,
    kind: 'official-document',
    official: decision ? 'decision' : 'judgment',
    fields: { 'document-number': number, 'issuing-body': court },
    html: sheet(
      look,
      [
        head(
          '',
          court,
          decision
            ? `Số: ${number}`
            : `Bản án số: ${number}<br/>Ngày: ${slashDay(issued).replaceAll('/', '-')}`,
          decision ? `Hà Nội, ngày ${longDay(issued)}` : '',
        ),
        title(
          decision ? 'QUYẾT ĐỊNH' : 'BẢN ÁN',
          decision
            ? '<p><b>CÔNG NHẬN THUẬN TÌNH LY HÔN</b></p>'
            : '<p><b>NHÂN DANH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p>',
        ),
        `<p style="text-align:justify">${TEXT}</p>`.repeat(3),
        signature('THẨM PHÁN', aPerson(random).name),
      ].join(''),
    ),
  };
};

export const deathExtract: Draw = (random, look): Form => {
  const person = aPerson(random, { from: 1930, to: 1980 });
  const issued = aDay(random, 2018, 2026);
  const died = { ...issued, year: issued.year - 1 };
  const number = `${whole(random, 1, 300)}/TLKT-BS`;
  return {
    ...A4,
    ...noCodes,
    kind: 'official-document',
    official: 'register-extract',
    fields: {
      'document-number': number,
      'issue-date': isoDay(issued),
      'person-name': person.name,
      'document-title': 'TRÍCH LỤC KHAI TỬ (BẢN SAO)',
      'issuing-body': 'ỦY BAN NHÂN DÂN PHƯỜNG AN THỊNH',
    },
    html: sheet(
      look,
      [
        head('<b>ỦY BAN NHÂN DÂN</b>', 'PHƯỜNG AN THỊNH', `Số: ${number}`, `Hà Nội, ngày ${longDay(issued)}`),
        title('TRÍCH LỤC KHAI TỬ', '<p><b>(BẢN SAO)</b></p>'),
        row(`Họ, chữ đệm, tên: ${person.name}`),
        row(`Ngày, tháng, năm sinh: ${slashDay(person.born)}`),
        row(`Giới tính: ${person.sex}`, `Dân tộc: ${person.ethnicity}`, 'Quốc tịch: Việt Nam'),
        row(`Đã chết vào lúc: 07 giờ 15 phút, ngày ${longDay(died)}`),
        row('Nơi chết: Tại nhà'),
        row('Đăng ký khai tử tại: UBND phường An Thịnh'),
        signature('NGƯỜI KÝ TRÍCH LỤC', aPerson(random).name),
      ].join(''),
    ),
  };
};
