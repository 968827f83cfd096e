import { checkDigit, compositeOf } from './check-digit.ts';
import { digitReadings, type Reading } from './digit-doubts.ts';
import type { LineReading } from './document-readings.ts';

const PARTS = /^(.{6})(.)([MFE<])(.{6})(.)VN[MNH](.*)$/;
const MOST = 12;

/**
 * Second lines that fit what was read and the first line: birth, check digit, sex, expiry, check digit, `VNM`, fillers
 * and the composite check digit.
 * @param first a first line
 */
export function dateReadings(asRead: string, first: string): readonly LineReading[] {
  const parts = PARTS.exec(asRead);
  if (parts === null) return [];
  const [, birth = '', birthDigit = '', sexRead = '', expiry = '', expiryDigit = '', rest = ''] = parts;
  const compositeRead = /(\w)$/.exec(rest)?.[1];
  const composites = compositeRead === undefined ? null : digitReadings(compositeRead);
  const sex = sexRead === 'E' ? 'F' : sexRead;
  return dates(birth, birthDigit).flatMap((born) =>
    dates(expiry, expiryDigit).flatMap((ends): readonly LineReading[] => {
      const body = `${born.digits}${sex}${ends.digits}VNM<<<<<<<<<<<`;
      const composite = String(checkDigit(compositeOf(first, body)));
      const asComposite =
        composites === null ? { cost: 0 } : composites.find(({ digits }) => digits === composite);
      if (asComposite === undefined) return [];
      return [{ line: body + composite, cost: born.cost + ends.cost + asComposite.cost }];
    }),
  );
}

/** Days that exist, with the check digit that belongs to them. */
function dates(asRead: string, digitRead: string): readonly Reading[] {
  const digits = digitReadings(digitRead);
  return digitReadings(asRead)
    .filter((date) => isDay(date.digits))
    .flatMap((date): readonly Reading[] => {
      const check = String(checkDigit(date.digits));
      const asCheck = digits.find((reading) => reading.digits === check);
      return asCheck === undefined ? [] : [{ digits: date.digits + check, cost: date.cost + asCheck.cost }];
    })
    .slice(0, MOST);
}

/** `yyMMdd`; also the filler of cards that never expire, 991231. */
function isDay(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
