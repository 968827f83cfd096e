import './gate.css';
import type { ReactNode } from 'react';
import { useDeskView } from '../../state/desk-view.ts';
import { noticeSentence } from '../../text/sentence-by-code.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../Card.tsx';
import { Note } from '../Note.tsx';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  /** The sheet itself tells what the notices say. */
  readonly quiet?: boolean;
};

/** What stands before the desk: one sheet in the middle, with what the desk found at start above it. */
export function Gate({ title, children, quiet }: Props) {
  const t = useText();
  const start = useDeskView((view) => view.start);
  const notices = useDeskView((view) => view.notices);
  const desk = start?.desk;
  return (
    <div className="gate" data-practice={start?.practice || undefined}>
      <header className="gate-top">
        <span className="top-brand">{t('shell.brand')}</span>
        {desk && (
          <span className="quiet clip">
            {desk.branch.name} — <b>{desk.name}</b>
          </span>
        )}
        <span className="push">
          <LanguageSwitch />
        </span>
      </header>
      <main className="gate-body">
        <Card className="gate-sheet" label={title}>
          <h1>{title}</h1>
          {notices.length > 0 && !quiet && (
            <section className="gate-alarms" aria-label={t('start.alarms')}>
              {notices.map((notice) => (
                <Note
                  key={notice.code}
                  meaning={
                    notice.severity === 'alarm' ? 'wrong' : notice.severity === 'look' ? 'look' : 'done'
                  }
                >
                  {noticeSentence(t, notice)}
                </Note>
              ))}
            </section>
          )}
          {children}
        </Card>
      </main>
      <footer className="gate-foot small">
        {start !== null && <span>{t('start.version', { version: start.version })}</span>}
        {start?.standIn && <span>{t('shell.standIn')}</span>}
        {start?.practice && <b>{t('shell.practice')}</b>}
      </footer>
    </div>
  );
}
