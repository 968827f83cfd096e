import './shell.css';
import type { ReactNode } from 'react';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { useText } from '../../text/use-text.ts';
import { ScreenBoundary } from '../ScreenBoundary.tsx';
import { Finder } from './Finder.tsx';
import { Rail } from './Rail.tsx';
import { StartNotices } from './StartNotices.tsx';
import { TopBar } from './TopBar.tsx';

type Props = {
  readonly children: ReactNode;
  /** Hands a screen's defect to the log. */
  readonly onBroken?: (error: unknown, where: string) => void;
};

/** Top bar, rail and the screen of the place; a practice desk looks different at a glance. */
export function DeskShell({ children, onBroken }: Props) {
  const t = useText();
  const practice = useDeskView((view) => view.start?.practice === true);
  const standIn = useDeskView((view) => view.start?.standIn === true);
  const place = useScreenState((state) => state.place);
  return (
    <div className="shell" data-practice={practice || undefined}>
      <TopBar />
      {practice && (
        <div className="practice">
          {t('shell.practice')}
          {standIn && <span> · {t('shell.standIn')}</span>}
        </div>
      )}
      <Rail />
      <main className="shell-main">
        <StartNotices />
        <ScreenBoundary key={place.name} {...(onBroken ? { onBroken } : {})}>
          {children}
        </ScreenBoundary>
      </main>
      <Finder />
    </div>
  );
}
