import { LocalDate } from '../../../base/dates.ts';
import { bareText } from '../bare-text.ts';
import { numberOfWords } from './number-words.ts';

/**
 * The day that words say: `Ngày mười bốn, tháng tám, năm một nghìn chín trăm chín mươi` → 1990-08-14. "Tư" is April's
 * name. Null when a part is no number: words that were read wrong contradict nothing.
 */
export function dayOfWords(text: string): LocalDate | null {
  const bare = bareText(text.normalize('NFC'));
  // The last "năm" before a thousand begins the year; the word also means five.
  const parts =
    /^\W*(?:ngay\s+)?(.+?)[\s,]+thang\s+(.+?)[\s,]+nam\s+((?:mot|hai)\s+(?:nghin|ngan)\b.*)$/.exec(bare);
  const [day, month, year] = [parts?.[1], parts?.[2], parts?.[3]].map((part) =>
    part === undefined ? null : numberOfWords(part),
  );
  if (day == null || month == null || year == null) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  const made = LocalDate.safeParse(`${year}-${two(month)}-${two(day)}`);
  return made.success ? made.data : null;
}
