import { bareText } from '../bare-text.ts';
import { repairDigits } from '../digit-repair.ts';
import { dayIn } from './day-value.ts';
import { ethnicityIn, sexIn } from './known-words.ts';
import { personIn } from './name-value.ts';
import type { ParsedValue, ValueSort } from './parsed-value.ts';
import { endsInProvince } from './provinces.ts';
import { syllableShare } from './syllable.ts';

type Parse = (text: string) => ParsedValue | null;
const D = '[0-9OoQIl|!ZSsB]';
/** An address without its province may go on where it was not read. */
const CUT_OFF = 0.7;
/** Was read with letters in place of digits. */
const REPAIRED = 0.8;

/** The first part of the text that has the shape, its digits repaired. */
const digitsLike =
  (pattern: RegExp, valid: (digits: string) => boolean = () => true): Parse =>
  (text) => {
    const match = pattern.exec(text);
    const raw = match?.[1] ?? match?.[0];
    if (match === null || raw === undefined) return null;
    const repaired = repairDigits(raw.replace(/[,]/g, ''));
    if (repaired === null || !valid(repaired.digits)) return null;
    const from = match.index + match[0].indexOf(raw);
    return {
      value: repaired.digits,
      from,
      to: from + raw.length,
      sureness: repaired.repairs > 0 ? REPAIRED : 1,
    };
  };

const shaped =
  (pattern: RegExp, made: (match: RegExpExecArray) => string = (match) => match[1] ?? match[0]): Parse =>
  (text) => {
    const match = pattern.exec(text);
    if (match === null) return null;
    const raw = match[1] ?? match[0];
    const from = match.index + match[0].indexOf(raw);
    return { value: made(match), from, to: from + raw.length, sureness: 1 };
  };

const whole = (text: string): ParsedValue | null => {
  const tidy = text.replace(/(?:[\s.…·_,;:*|'"“”‘’-]|\.{2,})+$/u, '');
  const value = tidy
    .replace(/\s+/g, ' ')
    .replace(/…+|\.{3,}|_{2,}/g, '')
    .trim();
  const letters = value.replace(/[^\p{L}\d]/gu, '').length;
  if (letters < 2) return null;
  const noise = /[{}[\]<>|~\\^=«»“”‘§©®¥€£]/u.test(value);
  const share = syllableShare(value);
  return { value, from: 0, to: tidy.length, sureness: (share === 1 ? 1 : share * 0.85) * (noise ? 0.7 : 1) };
};

const AMOUNT = /(\d{1,3}(?:[.,\s]\d{3})+|\d{4,})\s*(?:đ|d|VN|$)/iu;

const PARSERS: Readonly<Record<ValueSort, Parse>> = {
  name: personIn,
  day: dayIn,
  year: (text) => shaped(/(?<!\d)((?:18|19|20)\d{2})(?!\d)/)(text),
  'personal-id': digitsLike(
    new RegExp(`(?<![0-9A-Za-z])(${D}(?:[ .]?${D}){11}|${D}(?:[ .]?${D}){8})(?![0-9A-Za-z])`),
    (digits) => /^(?:\d{9}|0\d{11})$/.test(digits),
  ),
  sex: sexIn,
  ethnicity: ethnicityIn,
  nationality: (text) => {
    const first = /^\P{L}*([\p{L}]+\s+[\p{L}]+)/u.exec(text);
    if (first === null) return null;
    if (/^v[il1]e?[tf] ?na[mn]$/.test(bareText(first[1] ?? ''))) {
      return { value: 'Việt Nam', from: 0, to: first[0].length, sureness: 1 };
    }
    const other = whole(text);
    return other === null ? null : { ...other, sureness: other.sureness * 0.7 };
  },
  text: whole,
  address: (text) => {
    const found = whole(text);
    return found === null || endsInProvince(found.value)
      ? found
      : { ...found, sureness: found.sureness * CUT_OFF };
  },
  capitals: whole,
  plot: digitsLike(/^\D{0,2}(\d{1,5})(?![\d.])/),
  area: shaped(/^\D{0,3}(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*m/iu, (match) =>
    areaOf(match[1] ?? ''),
  ),
  money: (text) => shaped(AMOUNT, (match) => (match[1] ?? '').replace(/\D/g, ''))(text),
  count: digitsLike(/^\D{0,2}(\d{1,3})(?!\d)/),
  phone: digitsLike(/(?<!\d)((?:\+?84|0)(?:[ .]?\d){9})(?!\d)/),
  time: shaped(
    /(\d{1,2})\s*(?:giờ|gio|:|h)\s*(\d{1,2})/iu,
    (match) => `${(match[1] ?? '').padStart(2, '0')}:${(match[2] ?? '').padStart(2, '0')}`,
  ),
  weight: shaped(/(\d[.,]?\d{3}|\d{3})\s*g/iu, (match) => (match[1] ?? '').replace(/\D/g, '')),
  'serial-6': shaped(/(?<![\p{L}\d])([A-ZĐÐ]{2}\s?\d{6})(?!\d)/u, (match) => spaced(match[1] ?? '')),
  'serial-8': shaped(/(?<![\p{L}\d])([A-ZĐ]{2}\s?\d{8})(?!\d)/u, (match) => spaced(match[1] ?? '')),
  register: shaped(/^[^\p{L}\d]{0,2}([A-ZĐ]{1,3}[\s.-]?\d{3,6}(?:\/[\p{L}\d.-]+)*)/u),
  'business-code': shaped(/^\D{0,2}(\d{10}(?:-\d{3})?|\d{12}|\d{2}[A-ZĐ]\d{7,8}(?:-\d{3})?)(?!\d)/),
  'licence-number': digitsLike(new RegExp(`(?<![0-9A-Za-z])(${D}{12})(?![0-9A-Za-z])`)),
  'licence-class': shaped(
    /^[^\p{L}\d]{0,2}((?:A[1-4]?|B[12]?E?|C1?E?|D[12]?E?|E|F[BCDE]2?)(?:\s*,\s*(?:A[1-4]?|B[12]?E?|C1?E?|D[12]?E?|E|F[BCDE]2?))*)(?![\p{L}\d])/u,
  ),
  'notary-number': shaped(/^[^\p{L}\d]{0,2}(\d[\d./-]*\d|\d)/u),
};

/** The value behind a label, in the form in which it is kept; null when nothing there has the shape. */
export const parseValue = (sort: ValueSort, text: string): ParsedValue | null => PARSERS[sort](text);

const spaced = (serial: string): string => serial.replace(/Ð/g, 'Đ').replace(/^([A-ZĐ]{2})\s?/u, '$1 ');

/** `1.234,5` and `1234.5` alike become `1234.5`. */
function areaOf(shown: string): string {
  const plain = /\.\d{3}(?:,|$)/.test(shown) ? shown.replace(/\./g, '') : shown;
  return plain.replace(',', '.').replace(/\.0+$/, '');
}
