import { Button, NumberInput, TextInput } from '@mantine/core';
import { type KeyboardEvent, memo, useId } from 'react';
import type { DraftPaper, DraftProblem } from '../../../../shared/domain/dossier/intake-draft.ts';
import { settlePaper } from '../../../../shared/domain/dossier/settle-paper.ts';
import type { PaperStatus } from '../../../../shared/domain/paper/paper.ts';
import { mayBeUnneeded } from '../../../../shared/domain/procedure/find-procedure.ts';
import type { RequiredDocument } from '../../../../shared/domain/procedure/procedure.ts';
import { problemSentence } from '../../../text/sentence-by-code.ts';
import { type Text, useText } from '../../../text/use-text.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { StatePill } from '../../../ui/StatePill.tsx';
import type { Meaning } from '../../../ui/theme/meanings.ts';
import { removePaper, setPaperCounts, setPaperNote, setPaperStatus } from '../draft/draft-edits.ts';
import { useDraft } from '../draft/open-sessions.ts';
import { PageStrip } from './PageStrip.tsx';
import { findDropped, welcomeDrop } from './page-drag.ts';
import { usePageFocus } from './page-focus.ts';

const STATUSES = ['submitted', 'presented', 'not-needed', 'owed'] as const satisfies readonly PaperStatus[];

const meaningOf: Readonly<Record<PaperStatus, Meaning>> = {
  submitted: 'done',
  presented: 'done',
  'not-needed': 'idle',
  owed: 'look',
};

type Props = {
  readonly paper: DraftPaper;
  readonly document: RequiredDocument | undefined;
  readonly problems: readonly DraftProblem[];
};

/** One row of the checklist; the one worked on is open and takes the keys 1–4. */
export const PaperRow = memo(function PaperRow({ paper, document, problems }: Props) {
  const t = useText();
  const focus = usePageFocus();
  const apply = useDraft((session) => session.apply);
  const here = focus.herePaper === paper.paperId;
  const standing = settlePaper(paper, document).status;
  const problem = problems[0];
  // A row nobody has looked at is told in the bar; here only what is wrong with a choice that was made.
  const wrong = problem !== undefined && paper.status !== null ? problemSentence(t, problem) : undefined;

  const forbidden = (status: PaperStatus): boolean =>
    (status === 'submitted' && document?.presentOnly === true) ||
    (status === 'not-needed' && document !== undefined && !mayBeUnneeded(document));
  const choose = (status: PaperStatus) => {
    if (forbidden(status)) return;
    apply((draft) => setPaperStatus(draft, paper.paperId, status), { undoable: true });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const status = STATUSES[Number(event.key) - 1];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.ctrlKey || event.altKey) return;
    if (status !== undefined) choose(status);
    else if (step !== 0) focusNeighbour(event.currentTarget, step);
    else return;
    event.preventDefault();
  };

  return (
    <section
      className="paper"
      aria-label={paper.name}
      data-here={here || undefined}
      onDragOver={welcomeDrop}
      onDrop={(event) => {
        const dropped = findDropped(event);
        if (dropped === null) return;
        event.preventDefault();
        focus.drop(dropped, paper.paperId, paper.pages.length);
      }}
    >
      <button
        type="button"
        className="paper-head"
        data-paper={paper.paperId}
        aria-expanded={here}
        aria-label={paper.name}
        onClick={() => focus.lookAt(paper.paperId, paper.pages[0]?.pageId ?? null)}
        onFocus={() => {
          if (!here || !focus.chosen) focus.lookAt(paper.paperId, paper.pages[0]?.pageId ?? null);
        }}
        onKeyDown={onKeyDown}
      >
        <span className="paper-name">{paper.name}</span>
        <PaperPill status={standing} pages={paper.pages.length} wrong={wrong !== undefined} />
      </button>
      <div className="small">{needWords(t, document, standing)}</div>
      {here && (
        <>
          <fieldset className="paper-statuses" aria-label={t('intake.statusOf', { paper: paper.name })}>
            {STATUSES.map((status, index) => (
              <button
                key={status}
                type="button"
                aria-pressed={standing === status}
                disabled={forbidden(status)}
                onClick={() => choose(status)}
              >
                <Kbd keys={String(index + 1)} />
                {t(`intake.${status}`)}
              </button>
            ))}
          </fieldset>
          <PaperDetails
            paperId={paper.paperId}
            status={paper.status}
            note={paper.note}
            originals={paper.originals}
            copies={paper.copies}
            added={paper.requirement === null}
          />
        </>
      )}
      {wrong !== undefined && <div className="field-wrong">{wrong}</div>}
      <PageStrip place={paper.paperId} paperName={paper.name} pages={paper.pages} confirmed={paper.fields} />
    </section>
  );
});

type PillProps = { readonly status: PaperStatus | null; readonly pages: number; readonly wrong: boolean };

function PaperPill({ status, pages, wrong }: PillProps) {
  const t = useText();
  if (status === null) return <StatePill meaning="look">{t('intake.unseen')}</StatePill>;
  const word = t(`intake.${status}`);
  const count = pages > 0 ? ` · ${t('intake.nPages', { n: pages })}` : '';
  return <StatePill meaning={wrong ? 'look' : meaningOf[status]}>{word + count}</StatePill>;
}

type DetailsProps = Pick<DraftPaper, 'paperId' | 'status' | 'note' | 'originals' | 'copies'> & {
  /** By the officer: the catalogue does not ask for it. */
  readonly added: boolean;
};

/** What belongs to the choice: how many were taken, or why it is owed. */
const PaperDetails = memo(function PaperDetails({ added, ...paper }: DetailsProps) {
  const t = useText();
  const id = useId();
  const apply = useDraft((session) => session.apply);
  if (paper.status === 'owed') {
    return (
      <TextInput
        className="paper-note"
        autoFocus={paper.note === ''}
        aria-label={t('intake.owedWhy')}
        placeholder={t('intake.owedWhy')}
        value={paper.note}
        onChange={(event) => {
          const { value } = event.currentTarget;
          apply((draft) => setPaperNote(draft, paper.paperId, value));
        }}
      />
    );
  }
  const count = (value: string | number) => Math.min(99, Math.max(0, Math.trunc(Number(value)) || 0));
  return (
    <div className="paper-counts">
      {paper.status === 'submitted' &&
        (['originals', 'copies'] as const).map((kind) => (
          <span key={kind} className="row">
            <label className="small" htmlFor={`${id}-${kind}`}>
              {t(kind === 'originals' ? 'intake.originalsTaken' : 'intake.copiesTaken')}
            </label>
            <NumberInput
              id={`${id}-${kind}`}
              w={48}
              size="xs"
              hideControls
              min={0}
              max={99}
              value={paper[kind]}
              onChange={(value) =>
                apply((draft) => setPaperCounts(draft, paper.paperId, { [kind]: count(value) }))
              }
            />
          </span>
        ))}
      {added && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          className="push"
          onClick={() => apply((draft) => removePaper(draft, paper.paperId), { undoable: true })}
        >
          {t('intake.removePaper')}
        </Button>
      )}
    </div>
  );
});

function needWords(t: Text, document: RequiredDocument | undefined, standing: PaperStatus | null): string {
  if (document === undefined) return '';
  if (document.presentOnly === true) return join(t('intake.presentOnly'), document.condition);
  const counts = [
    document.originals > 0 ? t('intake.originals', { n: document.originals }) : '',
    document.copies > 0 ? t('intake.copies', { n: document.copies }) : '',
    document.required && standing === null ? t('intake.required') : '',
    document.required ? '' : t('intake.ifAny'),
  ].filter((word) => word !== '');
  return join(counts.join(' · '), document.condition);
}

const join = (words: string, condition: string | undefined) =>
  condition === undefined || condition === '' ? words : `${words} · ${condition}`;

function focusNeighbour(head: HTMLElement, step: number): void {
  const heads = [...document.querySelectorAll<HTMLElement>('.paper-head')];
  heads[heads.indexOf(head) + step]?.focus();
}
