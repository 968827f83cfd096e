import type { Text } from '../../text/use-text.ts';
import type { Shortage } from './number-supply.ts';

/** What is short, how long it lasts, and what happens then. */
export function shortageWords(t: Text, { kind, level, left, days }: Shortage): string {
  if (kind === 'nextYear') return t('supply.nextYear.out');
  return t(`supply.${kind}.${level}`, { left, days });
}
