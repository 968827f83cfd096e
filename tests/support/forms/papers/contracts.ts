import type { AmountVnd } from '../../../../src/shared/base/money.ts';
import { amountInWords } from '../../../../src/shared/domain/receipt/amount-in-words.ts';
import { A4, type Draw, type Form, motto, noCodes, row, sheet, signature, title } from '../form.ts';
import {
  aDay,
  aPerson,
  dayInWords,
  digits,
  isoDay,
  longDay,
  pick,
  slashDay,
  whole,
} from '../invented-people.ts';

const shownAmount = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');

export const notarisedContract: Draw = (random, look): Form => {
  const [a, b, notary] = [aPerson(random), aPerson(random), aPerson(random)] as const;
  const day = aDay(random, 2016, 2026);
  const number = String(whole(random, 100, 9900));
  const price = whole(random, 100, 9000) * 1_000_000;
  const office = `Văn phòng công chứng ${notary.name.split(' ').slice(-2).join(' ')}`;
  const kind = pick(
    random,
    'HỢP ĐỒNG CHUYỂN NHƯỢNG QUYỀN SỬ DỤNG ĐẤT|HỢP ĐỒNG MUA BÁN NHÀ Ở|HỢP ĐỒNG TẶNG CHO QUYỀN SỬ DỤNG ĐẤT',
  );
  const party = (heading: string, of: typeof a) => [
    `<p><b>${heading}</b></p>`,
    row(`${of.sex === 'Nam' ? 'Ông' : 'Bà'}: <b>${of.name}</b>`, `Sinh ngày: ${slashDay(of.born)}`),
    row(
      `CCCD số: ${of.personalId} do Cục Cảnh sát QLHC về TTXH cấp ngày ${slashDay(aDay(random, 2021, 2024))}`,
    ),
    row(`Nơi thường trú: ${of.residence}`),
  ];
  return {
    ...A4,
    ...noCodes,
    kind: 'notarised-contract',
    official: null,
    fields: {
      'first-party-name': a.name,
      'first-party-id': a.personalId,
      'second-party-name': b.name,
      'second-party-id': b.personalId,
      price: String(price),
      'notary-number': number,
      'notary-name': notary.name,
      'notary-office': office,
    },
    html: sheet(
      { ...look, sizePt: 12, lineHeight: 1.3 },
      [
        motto,
        title(kind),
        `<p>Hôm nay, tại trụ sở ${office}, chúng tôi gồm có:</p>`,
        ...party(
          'BÊN CHUYỂN NHƯỢNG (SAU ĐÂY GỌI LÀ BÊN A):'.replace(
            'CHUYỂN NHƯỢNG',
            pick(random, 'CHUYỂN NHƯỢNG|BÁN|TẶNG CHO'),
          ),
          a,
        ),
        ...party('BÊN NHẬN (SAU ĐÂY GỌI LÀ BÊN B):', b),
        `<p>Điều 1. Hai bên thỏa thuận lập hợp đồng với giá là: ${shownAmount(price)} đồng (Bằng chữ: ${amountInWords(price as AmountVnd)}).</p>`,
        '<div class="title"><b>LỜI CHỨNG CỦA CÔNG CHỨNG VIÊN</b></div>',
        `<p>${dayInWords(day)}, tôi ${notary.name}, công chứng viên ${office}, chứng nhận hợp đồng này được giao kết giữa bên A và bên B.</p>`,
        row(`Số công chứng: ${number}; Quyển số: ${whole(random, 1, 20)}/${day.year} TP/CC-SCC/HĐGD`),
        signature('CÔNG CHỨNG VIÊN', notary.name),
      ].join(''),
    ),
  };
};

export const powerOfAttorney: Draw = (random, look): Form => {
  const [principal, agent] = [aPerson(random), aPerson(random)] as const;
  const day = aDay(random, 2019, 2026);
  const scope = pick(
    random,
    'Nộp hồ sơ và nhận kết quả đăng ký biến động đất đai|Thay mặt bên A làm thủ tục đăng ký hộ kinh doanh|Nộp hồ sơ, nhận kết quả trích lục khai sinh',
  );
  const term = pick(
    random,
    '06 tháng kể từ ngày ký|01 năm kể từ ngày ký|Đến khi hoàn thành công việc được ủy quyền',
  );
  const v = (name: string) => `<b>${name}</b>`;
  return {
    ...A4,
    ...noCodes,
    kind: 'power-of-attorney',
    official: null,
    fields: {
      'first-party-name': principal.name,
      'first-party-id': principal.personalId,
      'second-party-name': agent.name,
      'second-party-id': agent.personalId,
      scope,
      term,
      'issue-date': isoDay(day),
    },
    html: sheet(
      look,
      [
        motto,
        title(random.chance(0.7) ? 'GIẤY ỦY QUYỀN' : 'HỢP ĐỒNG ỦY QUYỀN'),
        `<p style="text-align:right"><i>Hà Nội, ngày ${longDay(day)}</i></p>`,
        '<p><b>I. BÊN ỦY QUYỀN (BÊN A):</b></p>',
        row(`Họ và tên: ${v(principal.name)}`),
        row(`Ngày sinh: ${slashDay(principal.born)}`),
        row(`Số CCCD: ${principal.personalId}`),
        row(`Địa chỉ: ${principal.residence}`),
        '<p><b>II. BÊN ĐƯỢC ỦY QUYỀN (BÊN B):</b></p>',
        row(`Họ và tên: ${v(agent.name)}`),
        row(`Ngày sinh: ${slashDay(agent.born)}`),
        row(`Số CCCD: ${agent.personalId}`),
        row(`Địa chỉ: ${agent.residence}`),
        '<p><b>III. NỘI DUNG ỦY QUYỀN</b></p>',
        row(`Phạm vi ủy quyền: ${scope}.`),
        row(`Thời hạn ủy quyền: ${term}.`),
        `<div class="cols" style="text-align:center;margin-top:8mm"><div><b>BÊN ỦY QUYỀN</b></div><div><b>BÊN ĐƯỢC ỦY QUYỀN</b></div></div><p style="margin-top:24mm">Chứng thực số ${digits(random, 4)}</p>`,
      ].join(''),
    ),
  };
};
