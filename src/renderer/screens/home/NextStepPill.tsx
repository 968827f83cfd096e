import {
  IconArrowBackUp,
  IconArrowsSplit2,
  IconCash,
  IconClock,
  IconPencil,
  IconPrinter,
  IconSignature,
  type TablerIcon,
} from '@tabler/icons-react';
import type { CityConflict } from '../../../shared/domain/dossier/city-conflict.ts';
import { refusalSentence } from '../../text/sentence-by-code.ts';
import { type Text, useText } from '../../text/use-text.ts';
import { minutesSince, spanText } from '../../ui/dossier/span-text.ts';
import { StatePill } from '../../ui/StatePill.tsx';
import type { Meaning } from '../../ui/theme/meanings.ts';
import type { NextStep } from './my-work.ts';

type Told = { readonly meaning: Meaning; readonly words: string; readonly icon?: TablerIcon };

function conflictWords(t: Text, what: CityConflict): string {
  switch (what.type) {
    case 'dossier-withdrawn':
      return t('home.nextWithdrawn');
    case 'dossier-changed':
      return t('home.nextChanged');
    case 'dossier-elsewhere':
      return t('home.nextElsewhere');
  }
}

function told(t: Text, next: NextStep, now: Date): Told {
  switch (next.kind) {
    case 'returned':
      return {
        meaning: 'wrong',
        words: t('home.nextReturned', { reason: next.reason }),
        icon: IconArrowBackUp,
      };
    case 'awaited':
      return { meaning: 'idle', words: t('home.nextAwaited', { reason: next.reason }) };
    case 'refused':
      return { meaning: 'wrong', words: t('home.nextRefused', { reason: refusalSentence(t, next) }) };
    case 'conflict':
      return { meaning: 'wrong', words: conflictWords(t, next.what), icon: IconArrowsSplit2 };
    case 'correction':
      return { meaning: 'look', words: t('home.nextCorrection'), icon: IconPencil };
    case 'tell-code':
      return { meaning: 'look', words: t('home.nextTellCode'), icon: IconPrinter };
    case 'collect-fee':
      return { meaning: 'look', words: t('home.nextCollectFee'), icon: IconCash };
    case 'other-signs':
      return { meaning: 'idle', words: t('home.nextOther') };
    case 'draft':
      return {
        meaning: 'look',
        words: t('home.nextDraft', { span: spanText(t, minutesSince(next.since, now)) }),
        icon: IconPencil,
      };
    case 'waiting':
      return {
        meaning: 'idle',
        words: t('home.nextWaiting', { span: spanText(t, minutesSince(next.since, now)) }),
        icon: IconClock,
      };
    case 'sign':
      return {
        meaning: 'look',
        words: t('home.nextSign', { span: spanText(t, minutesSince(next.since, now)) }),
        icon: IconSignature,
      };
  }
}

export function NextStepPill({ next, now }: { readonly next: NextStep; readonly now: Date }) {
  const { meaning, words, icon } = told(useText(), next, now);
  return (
    <StatePill meaning={meaning} title={words} {...(icon === undefined ? {} : { icon })}>
      {words}
    </StatePill>
  );
}
