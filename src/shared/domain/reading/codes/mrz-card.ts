import { parse } from 'mrz';
import { LocalDate } from '../../../base/dates.ts';
import type { Sex } from '../../applicant/personal-id.ts';

/** What the zone for machines of a Vietnamese card says; null where its check digit does not fit or it was not read. */
export type MrzCard = {
  readonly personalId: string | null;
  readonly birthDate: LocalDate | null;
  readonly sex: Sex | null;
  readonly expiryDate: LocalDate | null;
  /** `NGUYEN THI AN`: without marks, to hold against the print; never a field by itself. */
  readonly bareName: string | null;
  /** Every check digit fits, also the one over all. */
  readonly valid: boolean;
};

const WIDTH = 30;
const FIRST_YEAR_OF_THIS_CENTURY = 2000;

/**
 * Three TD1 lines as they were read (domain.md §4.2): ICAO letters taken for digits are put right where only digits can
 * stand, then every check digit decides. Null when there are not three lines of about the right width.
 */
export function readMrz(lines: readonly string[], today: LocalDate): MrzCard | null {
  const [first, second, third] = lines.map(tidy);
  if (first === undefined || second === undefined || third === undefined) return null;
  const fitted = [withTail(first, 27), withTail(second, 18), third.slice(0, WIDTH).padEnd(WIDTH, '<')];
  if (fitted.some((line) => line === null)) return null;
  const { details, fields, valid } = parse(fitted as string[], { autocorrect: true });
  const good = (field: string): string | null => {
    const detail = details.find((each) => each.field === field);
    return detail?.valid === true && detail.value !== '' ? detail.value : null;
  };
  const checked = (field: 'documentNumber' | 'birthDate' | 'expirationDate'): string | null =>
    good(`${field}CheckDigit`) === null ? null : good(field);
  const id = personalIdIn(fields.optional1 ?? '');
  const number = checked('documentNumber');
  const sex = good('sex');
  return {
    personalId: id !== null && (number === null || id.endsWith(number)) ? id : null,
    birthDate: dayOf(checked('birthDate'), today, 'past'),
    sex: sex === 'male' || sex === 'female' ? sex : null,
    expiryDate: dayOf(checked('expirationDate'), today, 'any'),
    bareName: nameOf(fields.lastName ?? null, fields.firstName ?? null),
    valid: valid && id !== null,
  };
}

const tidy = (line: string): string =>
  line
    .toUpperCase()
    .replace(/[«‹]/g, '<')
    .replace(/[^A-Z0-9<]/g, '');

/** The middle of a line is filler, which the engine miscounts: head and last letter are what counts. */
function withTail(line: string, head: number): string | null {
  if (line.length < head + 1 || line.length > WIDTH + 4) return null;
  return `${line.slice(0, head)}${'<'.repeat(WIDTH - head - 1)}${line.slice(-1)}`;
}

/** Twelve digits and, after fillers, their check digit (weights 7, 3, 1). */
function personalIdIn(optional: string): string | null {
  const match = /^(\d{12})\D*(\d)$/.exec(optional.replace(/O/g, '0').replace(/I/g, '1'));
  const [, digits, check] = match ?? [];
  if (digits === undefined) return null;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * ([7, 3, 1][at % 3] ?? 0), 0);
  return sum % 10 === Number(check) ? digits : null;
}

/** Two digits of a year: a birth is never to come. */
function dayOf(digits: string | null, today: LocalDate, when: 'past' | 'any'): LocalDate | null {
  if (digits === null || !/^\d{6}$/.test(digits)) return null;
  const day = (century: number) =>
    LocalDate.safeParse(`${century + Number(digits.slice(0, 2))}-${digits.slice(2, 4)}-${digits.slice(4)}`);
  const later = day(FIRST_YEAR_OF_THIS_CENTURY);
  if (!later.success) return null;
  if (when === 'any' || later.data <= today) return later.data;
  const earlier = day(FIRST_YEAR_OF_THIS_CENTURY - 100);
  return earlier.success ? earlier.data : null;
}

const nameOf = (last: string | null, first: string | null): string | null =>
  last === null || first === null ? null : `${last} ${first}`.replace(/\s+/g, ' ').trim();
