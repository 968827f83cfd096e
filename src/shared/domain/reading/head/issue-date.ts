import { LocalDate } from '../../../base/dates.ts';
import type { Candidate } from '../candidate.ts';
import { repairDigits } from '../digit-repair.ts';
import { type PrintedLine, wordsBetween } from '../printed-line.ts';
import type { PageHead } from './page-head.ts';

const IN_WORDS =
  /ng[a-z]y\s*([\doilsbz]{1,2})\s*th[a-z]ng\s*([\doilsbz]{1,2})\s*n[a-z]m\s*([\doilsbz]{4})(?!\d)/g;
const IN_FIGURES = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/g;
/** Labels of the day of issue on cards and certificates. */
const ISSUE_LABEL =
  /(ngay,? thang,? nam(?!\s*sinh)|ngay cap|ngay dang ky|date,? month,? year|date of issue|cap ngay)/;
/** A day that belongs to something else: a law referred to, a birth, an expiry. */
const OTHER_DAY =
  /(can cu|sinh|birth|expiry|gia tri den|nghi dinh|luat|thong tu|thoi gian|den ngay|hieu luc|ke tu|den het)/;
const EARLIEST = '1875-01-01';

/** Day of issue [RD-4], `yyyy-MM-dd`: place and date of the head, a labelled date, or the date over the signature. */
export function findIssueDate(
  head: PageHead,
  lines: readonly PrintedLine[],
  today: LocalDate,
): Candidate | null {
  for (const line of [...head.right, ...head.left]) {
    const found = dateIn(line, IN_WORDS, (before) => placeSureness(before, head.motto), today);
    if (found !== null) return found;
  }
  for (const line of lines) {
    if (!ISSUE_LABEL.test(line.bare) || /sinh|birth/.test(line.bare)) continue;
    const found = dateIn(line, IN_FIGURES, () => 0.93, today) ?? dateIn(line, IN_WORDS, () => 0.93, today);
    if (found !== null) return found;
  }
  // "Hà Nội, ngày 5 tháng 8 năm 2025" alone on its line stands over a signature.
  for (const line of [...lines].reverse()) {
    const found = dateIn(line, IN_WORDS, (before) => (hasPlace(before) ? 0.88 : null), today);
    if (found !== null) return found;
  }
  return null;
}

function dateIn(
  line: PrintedLine,
  pattern: RegExp,
  surenessAfter: (before: string) => number | null,
  today: LocalDate,
): Candidate | null {
  for (const match of line.bare.matchAll(pattern)) {
    const before = line.text.slice(0, match.index);
    const bareBefore = line.bare.slice(0, match.index);
    if (OTHER_DAY.test(bareBefore)) continue;
    const sureness = surenessAfter(before);
    if (sureness === null) continue;
    const raw = line.text.slice(match.index, match.index + match[0].length);
    const found = calendarDay(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    if (found === null) continue;
    const inRange = found.day >= EARLIEST && found.day <= today;
    return {
      name: 'issue-date',
      value: found.day,
      raw,
      words: wordsBetween(line, match.index, match.index + match[0].length),
      sureness: sureness * (found.repaired ? 0.85 : 1) * (inRange ? 1 : 0.4),
    };
  }
  return null;
}

/** A comma that was not read costs sureness; without a place the day may belong to a sentence that the split has cut. */
function placeSureness(before: string, underMotto: boolean): number | null {
  if (hasPlace(before)) return 0.98;
  return underMotto && /^\P{L}*\p{Lu}\p{L}+(?:\s\p{L}+){0,4}\s*$/u.test(before) ? 0.85 : null;
}

/** A place and a comma straight before: `Hà Nội, `. Only a few words, beginning with a capital letter. */
const hasPlace = (before: string): boolean =>
  /(?:^|\s)\p{Lu}[\p{L}.-]*(?:\s+[\p{L}.-]+){0,6}\s*[,.]\s*$/u.test(before);

function calendarDay(
  day: string,
  month: string,
  year: string,
): { readonly day: LocalDate; readonly repaired: boolean } | null {
  const digits = [year, month, day].map((part) => repairDigits(part.toUpperCase().replace(/L/g, 'I')));
  const [y, m, d] = digits;
  if (y == null || m == null || d == null) return null;
  const made = LocalDate.safeParse(`${y.digits}-${m.digits.padStart(2, '0')}-${d.digits.padStart(2, '0')}`);
  if (!made.success) return null;
  return { day: made.data, repaired: y.repairs + m.repairs + d.repairs > 0 };
}
