import { LocalDate } from '../../../base/dates.ts';
import { bareText } from '../bare-text.ts';
import { repairDigits } from '../digit-repair.ts';
import type { ParsedValue } from './parsed-value.ts';

const D = '[\\doilsbzq|]';
const IN_FIGURES = new RegExp(
  `(?<![\\da-z])(${D}{1,2})\\s*[/.-]\\s*(${D}{1,2})\\s*[/.-]\\s*(${D}{4})(?![\\da-z])`,
);
const IN_WORDS = new RegExp(
  `(?:ng[a-z]y\\s*)?(?<![\\da-z])(${D}{1,2})\\s*th[a-z]ng\\s*(${D}{1,2})\\s*n[a-z]m\\s*(${D}{4})(?![\\da-z])`,
);

/** `05I10/1984`, `11/0712030`: the stroke is taken for a letter or a digit. Only tried behind a label, and never sure. */
const STROKES_SPOILT = /(?<!\d)(\d{2})[/.\-il|!1t](\d{2})[/.\-il|!1t](\d{4})(?!\d)/;

/** The first day in a text, kept as `yyyy-MM-dd`: `05/8/2025` or `ngày 05 tháng 8 năm 2025`. */
export function dayIn(text: string): ParsedValue | null {
  const bare = bareText(text);
  const clear = IN_FIGURES.exec(bare) ?? IN_WORDS.exec(bare);
  const match = clear ?? STROKES_SPOILT.exec(bare);
  if (match === null) return null;
  const parts = [match[3], match[2], match[1]].map((part) =>
    repairDigits((part ?? '').toUpperCase().replace(/L/g, 'I')),
  );
  const [year, month, day] = parts;
  if (year == null || month == null || day == null) return null;
  const made = LocalDate.safeParse(
    `${year.digits}-${month.digits.padStart(2, '0')}-${day.digits.padStart(2, '0')}`,
  );
  if (!made.success || made.data < '1875-01-01' || made.data > '2100-01-01') return null;
  const repaired = year.repairs + month.repairs + day.repairs > 0;
  return {
    value: made.data,
    from: match.index,
    to: match.index + match[0].length,
    sureness: repaired ? 0.8 : 1,
  };
}
