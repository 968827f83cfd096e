import type { Text } from '../../text/use-text.ts';
import type { Shortage } from './number-supply.ts';

/** What is short, how long it lasts, and what happens then. */
export function shortageWords(t: Text, { kind, level, left, days }: Shortage): string {
  if (kind === 'nextYear') return t('supply.nextYear.out');
  const lasts = days === 0 ? t('supply.lastsNoDay') : t('supply.lasts', { n: days });
  return t(`supply.${kind}.${level}`, { left, days, lasts });
}
