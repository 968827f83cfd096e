import { bareText } from '../bare-text.ts';
import type { ParsedValue } from './parsed-value.ts';

/** The 54 peoples of Viet Nam, as forms write them, and other names in use for some. */
const PEOPLES =
  'Kinh|Tày|Thái|Mường|Khmer|Khơ-me|Hoa|Nùng|Mông|H’Mông|Dao|Gia Rai|Ê Đê|Ba Na|Sán Chay|Cao Lan|Chăm|Cơ Ho|Xơ Đăng|Sán Dìu|Hrê|Ra Glai|Mnông|Thổ|Xtiêng|' +
  'Khơ Mú|Bru Vân Kiều|Vân Kiều|Cơ Tu|Giáy|Tà Ôi|Mạ|Giẻ Triêng|Co|Chơ Ro|Xinh Mun|Hà Nhì|Chu Ru|Lào|La Chí|La Ha|Phù Lá|La Hủ|Lự|Lô Lô|Chứt|Mảng|Pà Thẻn|Cờ Lao|Cống|Bố Y|Si La|Pu Péo|Brâu|Ơ Đu|Rơ Măm|Ngái';
const byBare = new Map(PEOPLES.split('|').map((name) => [bareText(name), name] as const));

/** One word or two at the beginning; marks that were lost come back from the list. */
export function ethnicityIn(text: string): ParsedValue | null {
  const words = /^\P{L}*([\p{L}’'-]+)(?:\s+([\p{L}’'-]+))?/u.exec(text);
  if (words === null) return null;
  const [all, first = '', second = ''] = words;
  const start = all.indexOf(first);
  for (const shown of [`${first} ${second}`, first]) {
    const name = byBare.get(bareText(shown));
    // Marks that are another word's: `Thai` may be Thái, but nothing else is written so.
    if (name !== undefined) return { value: name, from: start, to: start + shown.length, sureness: 1 };
  }
  return null;
}

export function sexIn(text: string): ParsedValue | null {
  const match = /(?<!\p{L})(nam|nữ|nu|nử|nũ|nư|nừ|nự)(?!\p{L})/iu.exec(text);
  const word = match?.[1];
  if (match === null || word === undefined) return null;
  const value = /^nam$/i.test(word) ? 'Nam' : 'Nữ';
  return { value, from: match.index, to: match.index + word.length, sureness: 1 };
}
