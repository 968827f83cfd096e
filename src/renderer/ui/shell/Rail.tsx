import {
  IconArrowsSplit2,
  IconCalendarCheck,
  IconCloudUp,
  IconFilePlus,
  IconFiles,
  IconHome,
  IconSignature,
  type TablerIcon,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { openConflicts } from '../../../shared/domain/dossier/open-conflicts.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { useText } from '../../text/use-text.ts';
import { type ShortcutName, shortcuts, useShortcut } from '../shortcuts.ts';
import { useNewDossier } from './use-new-dossier.ts';

type ItemProps = {
  readonly icon: TablerIcon;
  readonly word: string;
  readonly shortcut: ShortcutName;
  readonly here: boolean;
  readonly count?: number;
  readonly countWord?: string;
  readonly onGo: () => void;
};

function RailItem({ icon: Icon, word, shortcut, here, count = 0, countWord, onGo }: ItemProps) {
  const name = count > 0 && countWord !== undefined ? `${word}, ${countWord}` : word;
  return (
    <button
      type="button"
      className="rail-item"
      aria-label={name}
      aria-current={here ? 'page' : undefined}
      aria-keyshortcuts={shortcuts[shortcut].replace(' ', '+')}
      onClick={onGo}
    >
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      <span>{word}</span>
      <span className="rail-key">{shortcuts[shortcut]}</span>
      {count > 0 && <em aria-hidden="true">{count > 99 ? '99+' : count}</em>}
    </button>
  );
}

/** The places of the desk; each with its key. */
export function Rail() {
  const t = useText();
  const place = useScreenState((state) => state.place.name);
  const goTo = useScreenState((state) => state.goTo);
  const newDossier = useNewDossier();
  const dossiers = useDeskView((view) => view.desk?.dossiers);
  const supervisor = useDeskView((view) => view.desk?.signedIn?.role === 'branch-supervisor');
  const unsent = useDeskView((view) => view.line?.unsentDossiers ?? 0);
  const { waiting, undecided } = useMemo(() => {
    const count = { waiting: 0, undecided: 0 };
    for (const dossier of dossiers?.values() ?? []) {
      if (dossier.status === 'submitted') count.waiting += 1;
      count.undecided += openConflicts(dossier).length;
    }
    return count;
  }, [dossiers]);

  useShortcut('home', () => goTo({ name: 'home' }));
  useShortcut('intake', () => void newDossier());
  useShortcut('dossiers', () => goTo({ name: 'dossiers' }));
  useShortcut('signOff', () => goTo({ name: 'sign-off' }), { enabled: supervisor });
  useShortcut('conflicts', () => goTo({ name: 'conflicts', dossierId: null }));
  useShortcut('line', () => goTo({ name: 'line' }));
  useShortcut('day', () => goTo({ name: 'day' }));

  return (
    <nav className="rail" aria-label={t('shell.places')}>
      <RailItem
        icon={IconHome}
        word={t('shell.home')}
        shortcut="home"
        here={place === 'home'}
        onGo={() => goTo({ name: 'home' })}
      />
      <RailItem
        icon={IconFilePlus}
        word={t('shell.intake')}
        shortcut="intake"
        here={place === 'intake'}
        onGo={() => goTo({ name: 'intake', draftId: null })}
      />
      <RailItem
        icon={IconFiles}
        word={t('shell.dossiers')}
        shortcut="dossiers"
        here={place === 'dossiers' || place === 'dossier'}
        onGo={() => goTo({ name: 'dossiers' })}
      />
      {supervisor && (
        <RailItem
          icon={IconSignature}
          word={t('shell.signOff')}
          shortcut="signOff"
          here={place === 'sign-off'}
          count={waiting}
          countWord={t('shell.waitingSignOff', { n: waiting })}
          onGo={() => goTo({ name: 'sign-off' })}
        />
      )}
      {(undecided > 0 || place === 'conflicts') && (
        <RailItem
          icon={IconArrowsSplit2}
          word={t('shell.conflicts')}
          shortcut="conflicts"
          here={place === 'conflicts'}
          count={undecided}
          countWord={t('shell.undecided', { n: undecided })}
          onGo={() => goTo({ name: 'conflicts', dossierId: null })}
        />
      )}
      <RailItem
        icon={IconCloudUp}
        word={t('shell.line')}
        shortcut="line"
        here={place === 'line'}
        count={unsent}
        countWord={t('shell.unsent', { n: unsent })}
        onGo={() => goTo({ name: 'line' })}
      />
      <RailItem
        icon={IconCalendarCheck}
        word={t('shell.day')}
        shortcut="day"
        here={place === 'day'}
        onGo={() => goTo({ name: 'day' })}
      />
    </nav>
  );
}
