import { checkDigit } from './check-digit.ts';
import { digitReadings } from './digit-doubts.ts';

/** A whole line that the doubtful digits may stand for; `cost` 0: exactly as read. */
export type LineReading = { readonly line: string; readonly cost: number };

const MOST = 24;

/**
 * First lines that fit what was read behind `IDVNM`: the last nine digits of the personal id, their check digit, all
 * twelve digits, `<<`, and the check digit of the twelve (domain.md §4.2). Likeliest first.
 */
export function documentReadings(asRead: string): readonly LineReading[] {
  const numberDigits = digitReadings(asRead.slice(9, 10));
  const idDigitRead = /<+(\w)$/.exec(asRead)?.[1];
  const idDigits = idDigitRead === undefined ? null : digitReadings(idDigitRead);
  const repeated = asRead.slice(13, 22);
  const prefixes = digitReadings(asRead.slice(10, 13));
  const found: LineReading[] = [];
  for (const number of digitReadings(asRead.slice(0, 9))) {
    const digit = String(checkDigit(number.digits));
    const asDigit = numberDigits.find((reading) => reading.digits === digit);
    if (asDigit === undefined) continue;
    const repeatedCost = differences(number.digits, repeated);
    for (const prefix of prefixes) {
      const id = prefix.digits + number.digits;
      const idDigit = String(checkDigit(id));
      const asIdDigit = idDigits === null ? { cost: 0 } : idDigits.find(({ digits }) => digits === idDigit);
      if (asIdDigit === undefined) continue;
      found.push({
        line: `IDVNM${number.digits}${digit}${id}<<${idDigit}`,
        cost: number.cost + asDigit.cost + prefix.cost + asIdDigit.cost + repeatedCost,
      });
    }
  }
  return found.sort((one, other) => one.cost - other.cost).slice(0, MOST);
}

/** Digits that were read as something else the second time; where glare has eaten some, the rest still speaks. */
function differences(digits: string, repeated: string): number {
  let cost = 0;
  for (let at = 0; at < repeated.length; at++) {
    const second = digitReadings(repeated[at] ?? '');
    if (second.length === 0) continue;
    cost += second.find((reading) => reading.digits === digits[at])?.cost ?? 0.4;
  }
  return cost;
}
