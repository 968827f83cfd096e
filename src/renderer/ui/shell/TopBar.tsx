import { ActionIcon, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconLogout, IconSearch } from '@tabler/icons-react';
import { useActions } from '../../actions/actions-context.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { timeText } from '../../text/dates-and-money.ts';
import type { Language } from '../../text/i18n.ts';
import { useLanguage, useText } from '../../text/use-text.ts';
import { Kbd } from '../Kbd.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LinePill } from './LinePill.tsx';
import { useNow } from './use-now.ts';

/** "T7 21/11" in Hà Nội, "Sat 21/11" in English. */
function weekdayText(now: Date, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${part.weekday?.replace('Th ', 'T')} ${part.day}/${part.month}`;
}

function Clock() {
  const now = useNow(5000);
  const language = useLanguage();
  return (
    <time className="top-clock">
      {timeText(now)} · {weekdayText(now, language)}
    </time>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(-2)
    .join('')
    .toUpperCase();

/** Where, find, the line, when, who. */
export function TopBar() {
  const t = useText();
  const { signOut } = useActions();
  const start = useDeskView((view) => view.start);
  const officer = useDeskView((view) => view.desk?.signedIn ?? view.start?.signedIn ?? null);
  const desk = useDeskView((view) => view.desk?.desk ?? view.start?.desk ?? null);
  return (
    <header className="top">
      <span className="top-brand">{t('shell.brand')}</span>
      {desk !== null && (
        <span className="top-where clip" title={`${desk.branch.name} — ${desk.name}`}>
          {desk.branch.name} — <b>{desk.name}</b>
        </span>
      )}
      {start?.standIn && !start.practice && <span className="small top-stand-in">{t('shell.standIn')}</span>}
      <button
        type="button"
        className="top-find"
        onClick={() => spotlight.open()}
        aria-label={t('shell.find')}
      >
        <IconSearch size={16} aria-hidden="true" />
        <span className="clip">{t('shell.find')}</span>
        <Kbd of="find" />
      </button>
      <LinePill />
      <Clock />
      <LanguageSwitch />
      {officer !== null && (
        <div className="top-who">
          <span className="top-face" aria-hidden="true">
            {initials(officer.fullName)}
          </span>
          <span className="top-name">
            <b className="clip">{officer.fullName}</b>
            <span className="small clip">{t(`shell.${officer.role}`)}</span>
          </span>
          <Tooltip label={t('shell.signOut')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('shell.signOutWho', { name: officer.fullName })}
              onClick={() => void signOut()}
            >
              <IconLogout size={17} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
    </header>
  );
}
