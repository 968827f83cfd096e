import type { LineStatus } from '../../../shared/contracts/bridge/line-status.ts';
import { shortMomentText, timeText } from '../../text/dates-and-money.ts';
import type { Text } from '../../text/use-text.ts';
import type { Meaning } from '../theme/meanings.ts';

/**
 * The line in one sentence; amber when it is down (work goes on), never red.
 * `saysSince`: the sentence itself says since when.
 * @param refused dossiers that the city refused as they stand: they do not wait for the line, but the city has them not
 */
export function lineWords(
  t: Text,
  line: LineStatus,
  now: Date,
  refused: number,
): { meaning: Meaning; words: string; saysSince?: true } {
  const n = line.unsentDossiers;
  const since = shortMomentText(line.since, now);
  switch (line.state) {
    case 'never-tried':
      return { meaning: 'idle', words: t('line.never-tried') };
    case 'up':
      if (n === 0 && line.unsentEvents === 0) {
        if (refused > 0) return { meaning: 'look', words: t('line.upRefused', { n: refused }) };
        const acts = line.refusedActs.count;
        return acts === 0
          ? { meaning: 'done', words: t('line.up') }
          : { meaning: 'look', words: t('line.upRefusedActs', { n: acts }) };
      }
      return line.pagesHeld !== null && line.unsentEvents === 0
        ? {
            meaning: 'moving',
            words: t(`line.held-${line.pagesHeld.why}`, { n, until: timeText(line.pagesHeld.until) }),
          }
        : { meaning: 'moving', words: t('line.upWaiting', { n }) };
    case 'sending': {
      const left = timeLeft(t, line.secondsLeft);
      const words = t('line.sending', { n });
      return { meaning: 'moving', words: left === null ? words : `${words} · ${left}` };
    }
    case 'no-network':
    case 'no-name':
    case 'city-unreachable':
    case 'city-failing':
      return { meaning: 'look', words: t(`line.${line.state}`, { n, since }), saysSince: true };
    case 'captive-portal':
    case 'proxy-login':
    case 'wrong-clock':
    case 'wrong-certificate':
    case 'not-the-city':
    case 'city-slow':
    case 'clock-differs':
    case 'desk-cannot-keep':
      return { meaning: 'look', words: t(`line.${line.state}`, { n }) };
    case 'city-refuses-desk':
      return { meaning: 'look', words: t('line.city-refuses-desk') };
  }
}

export function timeLeft(t: Text, secondsLeft: number | null): string | null {
  if (secondsLeft === null) return null;
  if (secondsLeft < 60) return t('line.underAMinute');
  return t('line.minutesLeft', { n: Math.ceil(secondsLeft / 60) });
}
