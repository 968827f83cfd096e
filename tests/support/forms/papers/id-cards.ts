import bwipjs from 'bwip-js/node';
import type { Random } from '../../seeded-random.ts';
import { type Draw, type Form, type Look, noCodes } from '../form.ts';
import {
  aDay,
  anAddress,
  aPerson,
  type Day,
  digits,
  isoDay,
  type Person,
  slashDay,
} from '../invented-people.ts';

const SHEET = { widthMm: 112, heightMm: 80 } as const;
const two = (n: number): string => String(n).padStart(2, '0');
const plainDay = ({ day, month, year }: Day): string => `${two(day)}${two(month)}${year}`;
const mrzDay = ({ day, month, year }: Day): string => `${two(year % 100)}${two(month)}${two(day)}`;
const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toUpperCase();

function checkDigit(text: string): number {
  const value = (letter: string) =>
    /\d/.test(letter) ? Number(letter) : letter === '<' ? 0 : letter.charCodeAt(0) - 55;
  return [...text].reduce((sum, letter, at) => sum + value(letter) * ([7, 3, 1][at % 3] ?? 0), 0) % 10;
}

/** Three TD1 lines of a Vietnamese card (domain.md §4.2). */
export function mrzOf(person: Person, expiry: Day): readonly string[] {
  const short = person.personalId.slice(3);
  const first = `IDVNM${short}${checkDigit(short)}${person.personalId}<<${checkDigit(person.personalId)}`;
  const born = mrzDay(person.born);
  const until = mrzDay(expiry);
  const second = `${born}${checkDigit(born)}${person.sex === 'Nam' ? 'M' : 'F'}${until}${checkDigit(until)}VNM<<<<<<<<<<<`;
  const all = checkDigit(
    first.slice(5, 30) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29),
  );
  const [surname = '', ...given] = bare(person.name).split(' ');
  return [first, `${second}${all}`, `${surname}<<${given.join('<')}`.padEnd(30, '<').slice(0, 30)];
}

const qrOf = (person: Person, oldId: string, issued: Day): string =>
  [
    person.personalId,
    oldId,
    person.name,
    plainDay(person.born),
    person.sex,
    person.residence,
    plainDay(issued),
  ].join('|');

const qrPicture = (text: string, size: string): string =>
  `<div style="width:${size};height:${size};background:#fff;padding:1mm">${bwipjs.toSVG({ bcid: 'qrcode', text, scale: 2 })}</div>`;

function card(look: Look, body: string, tint: string): string {
  const font = /Sans/.test(look.font) ? look.font : 'Liberation Sans';
  return `<!doctype html><meta charset="utf-8"><style>*{margin:0;padding:0;box-sizing:border-box}
  body{font:6.5pt/1.24 '${font}';padding:13mm;color:#1c1c1c;background:#fdfdfb} svg{width:100%;height:100%}
  .card{width:86mm;height:54mm;border-radius:3mm;position:relative;overflow:hidden;padding:2mm 3mm;background:repeating-linear-gradient(35deg,${tint},#eef3ec 3mm,${tint} 6mm)}
  .red{color:#c3272b;font-size:10.5pt;font-weight:bold;text-align:center} .mid{text-align:center} b.big{font-size:9pt} .photo{position:absolute;left:3mm;top:17mm;width:20mm;height:25mm;background:#9aa5ad}
  .right{margin-left:25mm} .mrz{font:10.6pt/1.25 'Liberation Mono';letter-spacing:.3pt;position:absolute;left:2mm;bottom:1.5mm;white-space:pre}
  </style><body><div class="card">${body}</div></body>`;
}

const TINTS = ['#dfeee8', '#e6efe2', '#eae9df'];
const tintOf = (random: Random): string => TINTS[Math.floor(random.next() * TINTS.length)] ?? '#eee';
const HEAD = `<p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập - Tự do - Hạnh phúc</b></p><p>SOCIALIST REPUBLIC OF VIET NAM</p>`;

type Bearer = { readonly person: Person; readonly issued: Day; readonly expiry: Day; readonly oldId: string };

function bearer(random: Random, first: number, last: number): Bearer {
  const person = aPerson(random, { from: 1960, to: 2006 });
  const issued = aDay(random, first, last);
  const expiry = { ...person.born, year: issued.year + Math.floor(random.between(4, 14)) };
  return { person, issued, expiry, oldId: random.chance(0.5) ? digits(random, 9) : '' };
}

export const chipCardFront: Draw = (random, look): Form => {
  const { person, issued, expiry, oldId } = bearer(random, 2021, 2023);
  const qr = qrOf(person, oldId, issued);
  return {
    ...SHEET,
    kind: 'chip-card-front',
    official: null,
    fields: {
      'personal-id': person.personalId,
      'person-name': person.name.toUpperCase(),
      'birth-date': isoDay(person.born),
      sex: person.sex,
      nationality: 'Việt Nam',
      'place-of-origin': person.origin,
      residence: person.residence,
      'expiry-date': isoDay(expiry),
    },
    codes: [qr],
    mrz: null,
    html: card(
      look,
      `<div style="position:absolute;right:2mm;top:2mm">${qrPicture(qr, '15mm')}</div><div class="mid" style="margin-right:14mm;margin-left:16mm">${HEAD}</div>
      <div style="margin:0 16mm 0 22mm"><p class="red">CĂN CƯỚC CÔNG DÂN</p><p class="mid" style="color:#b33">Citizen Identity Card</p></div><div class="photo"></div>
      <div class="right"><p><b class="big">Số / No.: ${person.personalId}</b></p><p>Họ và tên / Full name:</p><p><b class="big">${person.name.toUpperCase()}</b></p>
      <p>Ngày sinh / Date of birth: ${slashDay(person.born)}</p><p>Giới tính / Sex: ${person.sex} &nbsp;&nbsp; Quốc tịch / Nationality: Việt Nam</p>
      <p>Quê quán / Place of origin:</p><p>${person.origin}</p><p>Nơi thường trú / Place of residence:</p><p>${person.residence}</p></div>
      <div style="position:absolute;left:3mm;bottom:2mm;font-size:6pt"><p>Có giá trị đến: ${slashDay(expiry)}</p><p>Date of expiry:</p></div>`,
      tintOf(random),
    ),
  };
};

export const chipCardBack: Draw = (random, look): Form => {
  const { person, issued, expiry } = bearer(random, 2021, 2023);
  const mrz = mrzOf(person, expiry);
  return {
    ...SHEET,
    kind: 'chip-card-back',
    official: null,
    fields: {
      'issue-date': isoDay(issued),
      'personal-id': person.personalId,
      'birth-date': isoDay(person.born),
      sex: person.sex,
      'expiry-date': isoDay(expiry),
    },
    codes: [],
    mrz,
    html: card(
      look,
      `<p>Đặc điểm nhận dạng / Personal identification:</p><p>Sẹo chấm C: ${digits(random, 1)}cm dưới sau đuôi mắt phải</p><p style="margin-top:1mm">Ngày, tháng, năm / Date, month, year: ${slashDay(issued)}</p>
      <div class="mid" style="width:52mm;margin-left:12mm;margin-top:1mm"><p><b>CỤC TRƯỞNG CỤC CẢNH SÁT</b></p><p><b>QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI</b></p><p style="font-size:5.5pt">DIRECTOR GENERAL OF THE POLICE DEPARTMENT</p></div>
      <div style="position:absolute;right:3mm;top:14mm;text-align:center"><p>Ngón trỏ trái</p><p style="margin-top:11mm">Ngón trỏ phải</p></div><div class="mrz">${mrz.join('\n').replaceAll('<', '&lt;')}</div>`,
      tintOf(random),
    ),
  };
};

export const identityCardFront: Draw = (random, look): Form => {
  const { person } = bearer(random, 2024, 2026);
  return {
    ...SHEET,
    ...noCodes,
    kind: 'identity-card-front',
    official: null,
    fields: {
      'personal-id': person.personalId,
      'person-name': person.name.toUpperCase(),
      'birth-date': isoDay(person.born),
      sex: person.sex,
      nationality: 'Việt Nam',
    },
    html: card(
      look,
      `<div class="mid">${HEAD}</div><p class="red">CĂN CƯỚC</p><p class="mid" style="color:#b33">IDENTITY CARD</p><div class="photo"></div><div class="right" style="margin-top:1mm">
      <p>Số định danh cá nhân / Personal identification number:</p><p><b class="big">${person.personalId}</b></p><p>Họ, chữ đệm và tên khai sinh / Full name:</p><p><b class="big">${person.name.toUpperCase()}</b></p>
      <p>Ngày, tháng, năm sinh / Date of birth:</p><p><b>${slashDay(person.born)}</b></p><p>Giới tính / Sex: ${person.sex} &nbsp;&nbsp; Quốc tịch / Nationality: Việt Nam</p></div>`,
      tintOf(random),
    ),
  };
};

export const identityCardBack: Draw = (random, look): Form => {
  const { person, issued, expiry } = bearer(random, 2024, 2026);
  const qr = qrOf(person, '', issued);
  const mrz = mrzOf(person, expiry);
  const placeOfBirth = anAddress(random)
    .split(', ')
    .slice(-2)
    .join(', ')
    .replace(/^./, (first) => first.toUpperCase());
  return {
    ...SHEET,
    kind: 'identity-card-back',
    official: null,
    fields: {
      residence: person.residence,
      'place-of-birth': placeOfBirth,
      'issue-date': isoDay(issued),
      'expiry-date': isoDay(expiry),
      'personal-id': person.personalId,
      'birth-date': isoDay(person.born),
      sex: person.sex,
      'person-name': person.name,
    },
    codes: [qr],
    mrz,
    html: card(
      look,
      `<div style="position:absolute;right:2mm;top:2mm">${qrPicture(qr, '17mm')}</div><div style="width:60mm"><p>Nơi cư trú / Place of residence:</p><p>${person.residence}</p>
      <p>Nơi đăng ký khai sinh / Place of birth:</p><p>${placeOfBirth}</p><p>Ngày, tháng, năm cấp / Date of issue: ${slashDay(issued)}</p><p>Ngày, tháng, năm hết hạn / Date of expiry: ${slashDay(expiry)}</p>
      <p class="mid"><b>BỘ CÔNG AN</b></p><p class="mid">MINISTRY OF PUBLIC SECURITY</p></div><div class="mrz">${mrz.join('\n').replaceAll('<', '&lt;')}</div>`,
      tintOf(random),
    ),
  };
};

const CLASSES = 'A1 A B1 B C1 C D1 D2 D BE CE A2 B2 E'.split(' ');

export const drivingLicence: Draw = (random, look): Form => {
  const { person, issued, expiry } = bearer(random, 2015, 2026);
  const licence = digits(random, 12);
  const grade = CLASSES[Math.floor(random.next() * CLASSES.length)] ?? 'B';
  const forever = /^A/.test(grade);
  return {
    ...SHEET,
    ...noCodes,
    kind: 'driving-licence',
    official: null,
    fields: {
      'document-number': licence,
      'person-name': person.name.toUpperCase(),
      'birth-date': isoDay(person.born),
      nationality: 'Việt Nam',
      residence: person.residence,
      'licence-class': grade,
      ...(forever ? {} : { 'expiry-date': isoDay(expiry) }),
    },
    html: card(
      look,
      `<div class="mid"><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p>Độc lập - Tự do - Hạnh phúc</p></div><p class="red" style="font-size:10pt">GIẤY PHÉP LÁI XE / DRIVER'S LICENSE</p><div class="photo"></div><div class="right">
      <p><b class="big">Số/No: ${licence}</b></p><p>Họ tên/Full name: <b>${person.name.toUpperCase()}</b></p><p>Ngày sinh/Date of Birth: <b>${slashDay(person.born)}</b></p><p>Quốc tịch/Nationality: <b>VIỆT NAM</b></p>
      <p>Nơi cư trú/Address: <b>${person.residence}</b></p><p class="mid">Hà Nội, ngày/date ${two(issued.day)} tháng/month ${two(issued.month)} năm/year ${issued.year}</p><p>Hạng/Class: <b class="big">${grade}</b></p>
      <p>Có giá trị đến/Expires: <b>${forever ? 'KHÔNG THỜI HẠN' : slashDay(expiry)}</b></p></div>`,
      tintOf(random),
    ),
  };
};
