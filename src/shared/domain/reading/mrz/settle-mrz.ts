import { checkDigit, compositeOf } from './check-digit.ts';
import { dateReadings } from './date-readings.ts';
import { settled, UNREAD } from './digit-doubts.ts';
import { documentReadings } from './document-readings.ts';
import { nameLine } from './name-line.ts';

const LINE_LENGTH = 30;

export type MrzLines = readonly [document: string, dates: string, names: string];

/**
 * The three lines of a Vietnamese TD1 zone, thirty characters each, out of lines that OCR has read (domain.md §4.2;
 * ICAO 9303 part 5). Digits in doubt are settled by the check digits, by days that exist and by the personal id that
 * stands there twice; what they do not settle stays as it was read, so that its check digit is seen to be wrong. Null
 * when there is no such zone.
 * @param readings lines of the same page, each time it was read, the best reading first
 */
export function settleMrz(...readings: readonly (readonly string[])[]): MrzLines | null {
  const zones = readings.map(findZone).filter((zone) => zone !== null);
  const [best] = zones;
  if (best === undefined) return null;
  const together = zones.flatMap(({ document }) =>
    documentReadings(document.slice(5)).flatMap((first) =>
      zones.flatMap(({ dates }) =>
        dateReadings(dates, first.line).map((second) => ({
          lines: [first.line, second.line] as const,
          cost: first.cost + second.cost,
        })),
      ),
    ),
  );
  const [first, second] = settled(together, ({ lines }) => lines.join())?.lines ?? [
    best.document,
    best.dates,
  ];
  return [padded(first), padded(second), padded(nameLine(best.names))];
}

type Zone = { readonly document: string; readonly dates: string; readonly names: string };

function findZone(rows: readonly string[]): Zone | null {
  const lines = rows.map(cleaned);
  const documentAt = lines.findIndex((line) => DOCUMENT_LINE.test(line));
  const datesAt = lines.findIndex((line, at) => at > documentAt && DATES_LINE.test(line));
  if (documentAt < 0 || datesAt < 0) return null;
  return {
    document: `IDVNM${(lines[documentAt] ?? '').replace(/^.{0,3}VN[MNH]/, '')}`,
    dates: lines[datesAt] ?? '',
    names: lines.slice(datesAt + 1).find((line) => NAMES_LINE.test(line)) ?? '',
  };
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
const DOCUMENT_LINE = /^.{0,3}VN[MNH][0-9OQDCILTZSGB<?]{9,}/;
/** Six digits, a check digit, the sex, six digits, a check digit and the state. */
const DATES_LINE = /^[0-9OQDCILTZSGB?]{6,8}[MFE<][0-9OQDCILTZSGB?]{6,8}VN[MNH]/;
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
    .replace(/\s/g, '')
    .replace(/[^A-Z0-9<]/g, UNREAD);

const padded = (line: string): string =>
  line.replaceAll(UNREAD, '<').slice(0, LINE_LENGTH).padEnd(LINE_LENGTH, '<');
