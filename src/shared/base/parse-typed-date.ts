import { LocalDate } from './dates.ts';

const SHAPES = [
  /^(?<day>\d{1,2})[/.\- ](?<month>\d{1,2})[/.\- ](?<year>\d{4})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
];

/** A day as an officer types it or a card carries it: `5/1/1990`, `05-01-1990`, `05011990`. Null when it is no real day. */
export function parseTypedDate(text: string): LocalDate | null {
  const trimmed = text.trim();
  for (const shape of SHAPES) {
    const parts = shape.exec(trimmed)?.groups;
    if (parts === undefined) continue;
    const { day = '', month = '', year = '' } = parts;
    const parsed = LocalDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    return parsed.success ? parsed.data : null;
  }
  return null;
}
