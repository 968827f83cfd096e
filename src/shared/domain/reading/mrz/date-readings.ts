import { checkDigit, compositeOf } from './check-digit.ts';
import { digitReadings, type Reading, UNREAD } from './digit-doubts.ts';
import type { LineReading } from './document-readings.ts';

const PARTS = /^(.{6,8})([MFE<])(.{6,8})VN[MNH](.*)$/;
const MOST = 12;

/**
 * Second lines that fit what was read and the first line: birth, check digit, sex, expiry, check digit, `VNM`, fillers
 * and the composite check digit.
 * @param first a first line
 */
export function dateReadings(asRead: string, first: string): readonly LineReading[] {
  const parts = PARTS.exec(asRead);
  if (parts === null) return [];
  const [, birth = '', sexRead = '', expiry = '', rest = ''] = parts;
  const compositeRead = /(\w)$/.exec(rest)?.[1];
  const composites = compositeRead === undefined ? null : digitReadings(compositeRead);
  const sex = sexRead === 'E' ? 'F' : sexRead;
  return dates(birth).flatMap((born) =>
    dates(expiry).flatMap((ends): readonly LineReading[] => {
      const body = `${born.digits}${sex}${ends.digits}VNM<<<<<<<<<<<`;
      const composite = String(checkDigit(compositeOf(first, body)));
      const asComposite =
        composites === null ? { cost: 0 } : composites.find(({ digits }) => digits === composite);
      if (asComposite === undefined) return [];
      return [{ line: body + composite, cost: born.cost + ends.cost + asComposite.cost }];
    }),
  );
}

/** Days that exist, with the check digit that belongs to them; likeliest first. */
function dates(asRead: string): readonly Reading[] {
  return sevenCharacters(asRead)
    .flatMap(({ digits: seven, cost }) => {
      const checks = digitReadings(seven.slice(6));
      return digitReadings(seven.slice(0, 6))
        .filter((date) => isDay(date.digits))
        .flatMap((date): readonly Reading[] => {
          const check = String(checkDigit(date.digits));
          const asCheck = checks.find((reading) => reading.digits === check);
          return asCheck === undefined
            ? []
            : [{ digits: date.digits + check, cost: cost + date.cost + asCheck.cost }];
        });
    })
    .sort((one, other) => one.cost - other.cost)
    .slice(0, MOST);
}

const ONE_TOO_MANY = 0.7;

/** A stroke read as two characters, or two as one: each way to have seven. */
function sevenCharacters(asRead: string): readonly Reading[] {
  if (asRead.length === 7) return [{ digits: asRead, cost: 0 }];
  const places = Array.from({ length: 8 }, (_, at) => at);
  if (asRead.length === 8)
    return places.map((at) => ({ digits: asRead.slice(0, at) + asRead.slice(at + 1), cost: ONE_TOO_MANY }));
  return places
    .slice(0, 7)
    .map((at) => ({ digits: asRead.slice(0, at) + UNREAD + asRead.slice(at), cost: 0 }));
}

/** `yyMMdd`; also the filler of cards that never expire, 991231. */
function isDay(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
