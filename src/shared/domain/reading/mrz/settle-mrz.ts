import { checkDigit, compositeOf } from './check-digit.ts';
import { dateReadings } from './date-readings.ts';
import { settled } from './digit-doubts.ts';
import { documentReadings } from './document-readings.ts';
import { nameLine } from './name-line.ts';

const LINE_LENGTH = 30;

export type MrzLines = readonly [document: string, dates: string, names: string];

/**
 * The three lines of a Vietnamese TD1 zone, thirty characters each, out of lines that OCR has read (domain.md §4.2;
 * ICAO 9303 part 5). Digits in doubt are settled by the check digits, by days that exist and by the personal id that
 * stands there twice; what they do not settle stays as it was read, so that its check digit is seen to be wrong. Null
 * when there is no such zone.
 */
export function settleMrz(rows: readonly string[]): MrzLines | null {
  const lines = rows.map(cleaned);
  const documentAt = lines.findIndex((line) => DOCUMENT_LINE.test(line));
  const datesAt = lines.findIndex((line, at) => at > documentAt && DATES_LINE.test(line));
  if (documentAt < 0 || datesAt < 0) return null;
  const documentRead = `IDVNM${(lines[documentAt] ?? '').replace(/^.{0,3}VN[MNH]/, '')}`;
  const datesRead = lines[datesAt] ?? '';
  const names = lines.slice(datesAt + 1).find((line) => NAMES_LINE.test(line)) ?? '';

  const together = documentReadings(documentRead.slice(5)).flatMap((document) =>
    dateReadings(datesRead, document.line).map((dates) => ({
      lines: [document.line, dates.line] as const,
      cost: document.cost + dates.cost,
    })),
  );
  const [first, second] = settled(together)?.lines ?? [documentRead, datesRead];
  return [padded(first), padded(second), padded(nameLine(names))];
}

/** Whether all four check digits of the zone hold, the composite one included. */
export function mrzHolds([first, second]: MrzLines): boolean {
  const parts: readonly (readonly [characters: string, digit: string | undefined])[] = [
    [first.slice(5, 14), first[14]],
    [second.slice(0, 6), second[6]],
    [second.slice(8, 14), second[14]],
    [compositeOf(first, second), second[29]],
  ];
  return parts.every(([characters, digit]) => String(checkDigit(characters)) === digit);
}

/** `IDVNM` and what is read for it, then digits. */
const DOCUMENT_LINE = /^.{0,3}VN[MNH][0-9OQDCILTZSGB<]{9,}/;
/** Six digits, a check digit, the sex, six digits, a check digit and the state. */
const DATES_LINE = /^[0-9OQDCILTZSGB]{6,8}[MFE<][0-9OQDCILTZSGB]{6,8}.{0,1}VN[MNH]/;
const NAMES_LINE = /^[A-Z0-9]+<[A-Z0-9<]{4,}/;

/** Upper case without marks and spaces; a Vietnamese engine sees ó in a 6, and brackets in fillers. */
const cleaned = (row: string): string =>
  row
    .normalize('NFC')
    .replace(/[óòỏõọ]/gi, '6')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/Đ/g, 'D')
    .replace(/[«‹€({[]/g, '<')
    .replace(/[^A-Z0-9<]/g, '');

const padded = (line: string): string => line.slice(0, LINE_LENGTH).padEnd(LINE_LENGTH, '<');
