import { IconClock } from '@tabler/icons-react';
import type { CityStanding, DossierStatus } from '../../../shared/domain/dossier/dossier-state.ts';
import { momentText, shortMomentText } from '../../text/dates-and-money.ts';
import { refusalSentence } from '../../text/sentence-by-code.ts';
import { useText } from '../../text/use-text.ts';
import { Note } from '../Note.tsx';
import { StatePill } from '../StatePill.tsx';
import type { Meaning } from '../theme/meanings.ts';

const statusMeaning: Readonly<Record<DossierStatus, Meaning>> = {
  received: 'moving',
  submitted: 'look',
  approved: 'done',
  returned: 'wrong',
  withdrawn: 'idle',
};

/** Where the dossier is at this desk. */
export function StatusPill({ status }: { readonly status: DossierStatus }) {
  const t = useText();
  return (
    <StatePill meaning={statusMeaning[status]} {...(status === 'submitted' ? { icon: IconClock } : {})}>
      {t(`states.${status}`)}
    </StatePill>
  );
}

/** What the city is known to hold: "đã nhận" only with its signed word (promise 5). */
export function CityPill({
  city,
  now,
  short,
}: {
  readonly city: CityStanding;
  readonly now: Date;
  /** The reason of a refusal is told beside it. */
  readonly short?: boolean;
}) {
  const t = useText();
  switch (city.kind) {
    case 'waiting':
      return (
        <StatePill meaning="idle" icon={IconClock}>
          {t('cityStanding.waiting')}
        </StatePill>
      );
    case 'facts-accepted':
      return <StatePill meaning="moving">{t('cityStanding.factsAccepted')}</StatePill>;
    case 'complete':
      return (
        <StatePill meaning="done">
          {t('cityStanding.complete', { at: shortMomentText(city.at, now) })}
        </StatePill>
      );
    case 'refused':
      if (short === true) return <StatePill meaning="wrong">{t('cityStanding.refusedShort')}</StatePill>;
      return (
        <StatePill meaning="wrong" title={t('cityStanding.refused', { reason: refusalSentence(t, city) })}>
          {t('cityStanding.refused', { reason: refusalSentence(t, city) })}
        </StatePill>
      );
  }
}

/** The same in a whole sentence. */
export function CityNote({ city }: { readonly city: CityStanding }) {
  const t = useText();
  switch (city.kind) {
    case 'waiting':
      return <Note meaning="idle">{t('cityStanding.waitingLong')}</Note>;
    case 'facts-accepted':
      return <Note meaning="moving">{t('cityStanding.factsAcceptedLong', { at: momentText(city.at) })}</Note>;
    case 'complete':
      return <Note meaning="done">{t('cityStanding.completeLong', { at: momentText(city.at) })}</Note>;
    case 'refused':
      return (
        <Note meaning="wrong">
          {t('cityStanding.refusedLong', { at: momentText(city.at), reason: refusalSentence(t, city) })}
        </Note>
      );
  }
}
