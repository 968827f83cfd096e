import { formatAmount } from '../../shared/base/format-amount.ts';

/** Made once: making it takes 20 times as long as using it, and lists tell the day of every dossier. */
const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function parts(instant: string | Date): Record<string, string> {
  const date = instant instanceof Date ? instant : new Date(instant);
  if (Number.isNaN(date.getTime())) return {};
  return Object.fromEntries(FORMAT.formatToParts(date).map((part) => [part.type, part.value]));
}

/** `21/11/2026` of an instant or a `yyyy-MM-dd`, in Hà Nội; what is no date comes back as it is. */
export function dayText(value: string | Date): string {
  const plain = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (plain) return `${plain[3]}/${plain[2]}/${plain[1]}`;
  const { day, month, year } = parts(value);
  return day === undefined ? String(value) : `${day}/${month}/${year}`;
}

/** `10:42` in Hà Nội. */
export function timeText(value: string | Date): string {
  const { hour, minute } = parts(value);
  return hour === undefined ? String(value) : `${hour}:${minute}`;
}

/** `10:42 21/11/2026`, the order of official papers. */
export function momentText(value: string | Date): string {
  const { hour } = parts(value);
  return hour === undefined ? String(value) : `${timeText(value)} ${dayText(value)}`;
}

/** `10:42` on the day of `now`, else with the date. */
export function shortMomentText(value: string, now: Date): string {
  return dayText(value) === dayText(now) ? timeText(value) : momentText(value);
}

/** `30.000 đ`; whole đồng only. */
export function moneyText(amountVnd: number): string {
  return `${formatAmount(Math.trunc(amountVnd))}\u00a0đ`;
}

/** `04:12`, `75:00`: minutes and seconds gone by. */
export function stopwatchText(totalSeconds: number): string {
  const seconds = Math.max(0, Math.floor(totalSeconds));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** `1,4 MB`; decimal comma as in Vietnamese. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1000, 'kB'] : bytes < 1e9 ? [bytes / 1_000_000, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value < 10 ? value.toFixed(1).replace('.', ',') : Math.round(value)} ${unit}`;
}
