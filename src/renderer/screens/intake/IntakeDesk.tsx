import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDeskView } from '../../state/desk-view.ts';
import { refusalSentence } from '../../text/sentence-by-code.ts';
import { useText } from '../../text/use-text.ts';
import { Note } from '../../ui/Note.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { useDraft } from './draft/open-sessions.ts';
import { DraftCheckContext, DraftChecker, useCheckStore } from './draft/use-draft-check.ts';
import { IntakeBar } from './IntakeBar.tsx';
import { PapersCard } from './papers/PapersCard.tsx';
import { type PageFocus, PageFocusContext } from './papers/page-focus.ts';
import { usePageDesk } from './papers/use-page-desk.tsx';
import { usePageIntake } from './papers/use-page-intake.ts';
import { useWindowDrop } from './papers/use-window-drop.ts';
import { ApplicantCard } from './person/ApplicantCard.tsx';
import type { CardWord } from './person/CardReader.tsx';
import { FeesCard } from './person/FeesCard.tsx';
import { ProcedureCard } from './person/ProcedureCard.tsx';
import { PageColumn } from './reading/PageColumn.tsx';

/** One draft on one screen, read left to right as the officer speaks. */
export function IntakeDesk({ tabs }: { readonly tabs: ReactNode }) {
  const t = useText();
  const desk = useRef<HTMLDivElement>(null);
  const correctionOf = useDraft((session) => session.draft.correctionOf);
  const flush = useDraft((session) => session.flush);
  const undo = useDraft((session) => session.undo);
  const checks = useCheckStore();
  const pages = usePageDesk();
  const intake = usePageIntake(pages.show);
  const [card, setCard] = useState<CardWord | null>(null);
  const corrected = useDeskView((view) =>
    correctionOf === null ? undefined : view.desk?.dossiers.get(correctionOf),
  );

  // Leaving the screen, or the window for another, keeps what is still waiting; closing it does (keep-before-closing.ts).
  useEffect(() => {
    const keep = () => void flush();
    window.addEventListener('blur', keep);
    return () => {
      window.removeEventListener('blur', keep);
      keep();
    };
  }, [flush]);

  const typing = () => document.activeElement?.matches('input, textarea') ?? false;
  useShortcut('undo', () => (typing() ? false : undo()));

  const focusFirst = useCallback((selector: string) => {
    setTimeout(() => desk.current?.querySelector<HTMLElement>(selector)?.focus());
  }, []);

  const onChosen = useCallback(() => focusFirst('[data-card-reader]'), [focusFirst]);
  const onFilled = useCallback(() => focusFirst('[data-field-name="phone"]'), [focusFirst]);

  const { focus: pageFocus, dropPage } = pages;
  const { importFiles } = intake;
  const focus = useMemo(
    (): PageFocus => ({
      ...pageFocus,
      drop: (dropped, place, index) => {
        if (dropped.kind === 'page') dropPage(dropped.pageId, place, index);
        else void importFiles(dropped.files, place, 'file');
      },
    }),
    [pageFocus, dropPage, importFiles],
  );
  useWindowDrop((files) => void importFiles(files, null, 'file'));

  return (
    <DraftCheckContext value={checks}>
      <PageFocusContext value={focus}>
        <DraftChecker />
        <div className="intake" ref={desk}>
          {tabs}
          {corrected?.city.kind === 'refused' && (
            <Note meaning="wrong">
              <b>{t('intake.refused')}</b> ({corrected.code}): {refusalSentence(t, corrected.city)}
            </Note>
          )}
          {corrected?.returnReason != null && (
            <Note meaning="wrong">
              <b>{t('intake.correction')}</b> ({corrected.code}): {corrected.returnReason}
            </Note>
          )}
          <div className="intake-columns">
            <div className="intake-person">
              <div className="intake-who">
                <ProcedureCard onChosen={onChosen} />
                <ApplicantCard card={card} onCard={setCard} onFilled={onFilled} />
              </div>
              <FeesCard fixed={corrected?.receipt != null} />
            </div>
            <PapersCard intake={intake} />
            <PageColumn />
          </div>
          <IntakeBar focusFirst={focusFirst} />
        </div>
      </PageFocusContext>
    </DraftCheckContext>
  );
}
