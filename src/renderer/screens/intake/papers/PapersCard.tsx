import { Button, TextInput } from '@mantine/core';
import { IconFiles, IconPlus } from '@tabler/icons-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { ScanSource } from '../../../../shared/contracts/bridge/scanning.ts';
import type { DraftProblem } from '../../../../shared/domain/dossier/intake-draft.ts';
import { settlePaper } from '../../../../shared/domain/dossier/settle-paper.ts';
import type { ConfirmedField } from '../../../../shared/domain/paper/paper.ts';
import { useStored } from '../../../state/use-stored.ts';
import { useText } from '../../../text/use-text.ts';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { addPaper, type PagePlace } from '../draft/draft-edits.ts';
import { useArrangement, useDraft } from '../draft/open-sessions.ts';
import { useDraftProcedure, useProblems } from '../draft/use-draft-check.ts';
import { dismissFault, useArrivals } from './arrivals.ts';
import { HotFolderLine } from './hot-folder/HotFolderLine.tsx';
import { PageStrip } from './PageStrip.tsx';
import { PaperRow } from './PaperRow.tsx';
import { SortingProposal } from './page-care/SortingProposal.tsx';
import { findDropped, welcomeDrop } from './page-drag.ts';
import { usePageFocus } from './page-focus.ts';
import { ScanControls } from './ScanControls.tsx';
import type { PageIntake } from './use-page-intake.ts';

/** The same each time, so that a row is not drawn anew. */
const NO_PROBLEMS: readonly DraftProblem[] = [];
const NOTHING_CONFIRMED: readonly ConfirmedField[] = [];

/** Step 3: the checklist, the pages, and the ways for pages to come in. */
export const PapersCard = memo(function PapersCard({ intake }: { readonly intake: PageIntake }) {
  const t = useText();
  const focus = usePageFocus();
  const draft = useArrangement();
  const draftId = useDraft((session) => session.draft.draftId);
  const procedure = useDraftProcedure();
  const problems = useProblems('papers');
  const problemsOf = useMemo(
    () => Map.groupBy(problems, ({ paperId }) => paperId) as ReadonlyMap<unknown, readonly DraftProblem[]>,
    [problems],
  );
  const arrivals = useArrivals(draftId);
  const waiting = useStored().useReadingsWaiting();
  const list = useRef<HTMLDivElement>(null);
  useShortcut('papers', () => {
    const row = list.current?.querySelector<HTMLElement>('[data-here] .paper-head');
    (row ?? list.current?.querySelector<HTMLElement>('.paper-head'))?.focus();
  });

  const documentOf = (requirement: number | null) =>
    requirement === null ? undefined : procedure?.documents[requirement];
  const settled = draft.papers.filter(
    (paper) => settlePaper(paper, documentOf(paper.requirement)).status !== null,
  ).length;
  // A paper that is only shown takes no pages (TT 03/2025 Đ5): they wait in the tray.
  const hereFor = draft.papers.find((paper) => paper.paperId === focus.herePaper);
  const takesPages = hereFor !== undefined && documentOf(hereFor.requirement)?.presentOnly !== true;
  const place = takesPages ? hereFor.paperId : null;
  const into = takesPages ? hereFor.name : t('pages.loose');
  // A stack from the feeder is many papers: while nobody has gone to a row it waits in the tray, to be sorted.
  const scanPlace = (source: ScanSource): PagePlace =>
    source === 'flatbed' || focus.chosen || draft.papers.length < 2 ? place : null;
  const scanInto = (source: ScanSource) => (scanPlace(source) === null ? t('pages.loose') : into);

  // An image on the clipboard (a screen cut, a phone's picture) is pasted into the paper at hand.
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void intake.importFiles(files, place, 'clipboard');
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [intake, place]);

  return (
    <Card
      flush
      title={t('intake.papers')}
      step={3}
      aside={
        <>
          {draft.papers.length > 0 && (
            <span>{t('intake.papersDone', { done: settled, total: draft.papers.length })}</span>
          )}
          <Kbd of="papers" />
        </>
      }
    >
      <div className="scroll" ref={list}>
        {draft.papers.length === 0 && draft.loosePages.length === 0 && (
          <EmptyState icon={IconFiles} title={t('intake.papersEmpty')} />
        )}
        {draft.loosePages.length > 0 && <LooseTray />}
        {draft.papers.map((paper) => (
          <PaperRow
            key={paper.paperId}
            paper={paper}
            document={documentOf(paper.requirement)}
            problems={problemsOf.get(paper.paperId) ?? NO_PROBLEMS}
          />
        ))}
        {draft.papers.length > 0 && <AddPaper />}
        {draft.loosePages.length === 0 && <LooseTray />}
      </div>
      <div className="papers-foot">
        {arrivals.faults.length > 0 && (
          <section className="faults" aria-label={t('intake.failedFiles')}>
            {arrivals.faults.map((fault) => (
              <FailureNote
                key={fault.id}
                failure={fault.failure}
                subject={fault.subject}
                action={
                  <Button size="compact-xs" variant="default" onClick={() => dismissFault(draftId, fault.id)}>
                    {t('words.dismiss')}
                  </Button>
                }
              />
            ))}
          </section>
        )}
        {waiting > 0 && <Progress>{t('intake.readingWaiting', { n: waiting })}</Progress>}
        <HotFolderLine />
        <ScanControls
          arrivals={arrivals}
          into={into}
          scanInto={scanInto}
          onScan={(settings) => void intake.scanPages(settings, scanPlace(settings.source))}
          onFiles={(files) => void intake.importFiles(files, place, 'file')}
          onFrame={(frame) => intake.importFiles([frame], place, 'camera')}
        />
      </div>
    </Card>
  );
});

/** Pages that no paper has yet: before everything else while there are any, else a place to drag to, last. */
function LooseTray() {
  const t = useText();
  const focus = usePageFocus();
  const draft = useArrangement();
  const count = draft.loosePages.length;
  return (
    <section
      className="tray"
      aria-label={t('pages.loose')}
      data-empty={count === 0 || undefined}
      onDragOver={welcomeDrop}
      onDrop={(event) => {
        const dropped = findDropped(event);
        if (dropped === null) return;
        event.preventDefault();
        focus.drop(dropped, null, count);
      }}
    >
      {count > 0 && (
        <>
          <SortingProposal />
          <b>{t('intake.looseTray')}</b>
          <div className="small">{t('intake.looseHint')}</div>
          <PageStrip
            place={null}
            paperName={t('pages.loose')}
            pages={draft.loosePages}
            confirmed={NOTHING_CONFIRMED}
          />
        </>
      )}
    </section>
  );
}

function AddPaper() {
  const t = useText();
  const focus = usePageFocus();
  const apply = useDraft((session) => session.apply);
  const [name, setName] = useState<string | null>(null);
  const add = () => {
    const paperId = newId();
    if (name !== null && name.trim() !== '') {
      apply((draft) => addPaper(draft, paperId, name.trim()), { undoable: true });
      focus.lookAt(paperId, null);
    }
    setName(null);
  };
  return (
    <div className="add-paper">
      {name === null ? (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={14} />}
          onClick={() => setName('')}
        >
          {t('intake.addPaper')}
        </Button>
      ) : (
        <TextInput
          autoFocus
          aria-label={t('intake.newPaperName')}
          placeholder={t('intake.newPaperName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey) add();
            if (event.key === 'Escape') setName(null);
          }}
        />
      )}
    </div>
  );
}
