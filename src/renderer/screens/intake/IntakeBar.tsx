import { Button, Popover } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { DossierId } from '../../../shared/base/ids.ts';
import type { Failure } from '../../../shared/base/result.ts';
import type { DraftCheck } from '../../../shared/domain/dossier/check-draft.ts';
import type { DraftProblem } from '../../../shared/domain/dossier/intake-draft.ts';
import { isProvisional } from '../../../shared/domain/dossier/provisional-code.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { momentText, moneyText } from '../../text/dates-and-money.ts';
import { problemSentence } from '../../text/sentence-by-code.ts';
import { useText } from '../../text/use-text.ts';
import { ActionBar, Promised } from '../../ui/ActionBar.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { endSession, useDraft, useSession } from './draft/open-sessions.ts';
import { useOfCheck } from './draft/use-draft-check.ts';
import { ReceivedDialog } from './ReceivedDialog.tsx';
import { SupplyNotes } from './SupplyNotes.tsx';

type Props = {
  readonly focusFirst: (selector: string) => void;
};

type Received = {
  readonly dossierId: DossierId;
  readonly done: 'received' | 'corrected' | 'resent';
  readonly earlier: boolean;
};

/** What the main action is called, and what is said when nothing is missing for it. */
const WORDS = {
  receive: { button: 'intake.receive', ready: 'intake.ready' },
  resubmit: { button: 'intake.resubmit', ready: 'intake.readyResubmit' },
  resend: { button: 'intake.resend', ready: 'intake.readyResend' },
} as const;

/** The promise to the citizen, what is missing, and the one main action. */
export const IntakeBar = memo(function IntakeBar({ focusFirst }: Props) {
  const t = useText();
  // Each apart: the draft is judged at every key, and what it says seldom changes.
  const judged = useOfCheck((check) => check !== null);
  const problems = useOfCheck((check) => check?.problems ?? []);
  const due = useOfCheck((check) => dueWords(t, check));
  const totalVnd = useOfCheck((check) => check?.totalVnd ?? null);
  const nextCode = useOfCheck((check) => check?.nextCode ?? null);
  const { receiveDossier, discardDraft } = useActions();
  const goTo = useScreenState((state) => state.goTo);
  const session = useSession();
  const correction = useDraft((each) => each.draft.correctionOf !== null);
  const resend = useDeskView((view) => {
    const { correctionOf } = session.getState().draft;
    return correctionOf !== null && view.desk?.dossiers.get(correctionOf)?.city.kind === 'refused';
  });
  const flush = useDraft((session) => session.flush);
  const close = useDraft((session) => session.close);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [received, setReceived] = useState<Received | null>(null);
  const [listed, setListed] = useState(false);
  const first = problems[0];
  const words = WORDS[resend ? 'resend' : correction ? 'resubmit' : 'receive'];

  const goToProblem = (problem: DraftProblem) => {
    setListed(false);
    focusFirst(selectorOf(problem));
  };

  const receive = async () => {
    if (busy || received !== null) return;
    if (first !== undefined) {
      goToProblem(first);
      return;
    }
    setBusy(true);
    setFailure(null);
    // A draft that the disk does not take must not hold up its dossier: the journal says what is wrong with the disk.
    await flush().catch((defect: unknown) => console.error(defect));
    // Afterwards it is refused no more.
    const resent = resend;
    const done = await receiveDossier(session.getState().draft);
    setBusy(false);
    if (!done.ok) {
      setFailure(done.failure);
      return;
    }
    // It is a dossier now: nothing late may keep the draft again.
    close();
    const { dossierId, earlier } = done.value;
    setReceived({ dossierId, earlier, done: resent ? 'resent' : correction ? 'corrected' : 'received' });
  };
  const leave = async () => {
    try {
      await flush();
    } catch (defect) {
      console.error(defect);
      // Not kept is not left: what is typed stays before the officer's eyes.
      setFailure({ code: 'draft-not-kept', remedy: 'call-support' });
      return;
    }
    notifications.show({ color: 'jade', message: t('intake.left') });
    goTo({ name: 'home' });
  };
  const discard = () => {
    const { draft } = session.getState();
    const pages = draft.papers.reduce((sum, paper) => sum + paper.pages.length, draft.loosePages.length);
    modals.openConfirmModal({
      title: t('intake.discardAsk'),
      children: t('intake.discardWhy', { n: pages }),
      labels: { confirm: t('intake.discardYes'), cancel: t('words.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => {
        endSession(draft.draftId);
        void discardDraft(draft.draftId).then(() => goTo({ name: 'home' }));
      },
    });
  };

  useShortcut('main', () => void receive());
  useShortcut('leave', () => void leave());

  return (
    <>
      {failure !== null && <FailureNote failure={failure} />}
      {judged && <SupplyNotes />}
      <ActionBar
        label={t('intake.receive')}
        promise={
          <>
            <Promised label={t('intake.due')}>{due}</Promised>
            <Promised label={t('intake.total')}>{totalVnd === null ? '—' : moneyText(totalVnd)}</Promised>
            <Promised label={t('intake.code')}>
              {nextCode ?? t('intake.noNumbers')}
              {nextCode !== null && isProvisional(nextCode) && (
                <span className="small"> {t('supply.provisional')}</span>
              )}
              {correction && <span className="small"> {t('intake.codeKept')}</span>}
            </Promised>
          </>
        }
      >
        {busy ? (
          <Progress>{t('intake.receiving')}</Progress>
        ) : first === undefined ? (
          <span className="quiet missing">{t(words.ready)}</span>
        ) : (
          <Popover opened={listed} onChange={setListed} position="top-end" width={380} trapFocus>
            <Popover.Target>
              <button
                type="button"
                className="missing missing-link"
                aria-label={t('intake.showMissing')}
                title={t('intake.showMissing')}
                onClick={() => setListed(!listed)}
              >
                {t('intake.missing', { n: problems.length, first: problemSentence(t, first) })}
              </button>
            </Popover.Target>
            <Popover.Dropdown p={6}>
              <ul className="missing-list">
                {problems.map((problem, index) => (
                  <li key={index}>
                    <button type="button" onClick={() => goToProblem(problem)}>
                      {problemSentence(t, problem)}
                    </button>
                  </li>
                ))}
              </ul>
            </Popover.Dropdown>
          </Popover>
        )}
        <Button
          variant="default"
          aria-label={t('intake.discard')}
          title={t('intake.discard')}
          px={9}
          disabled={busy}
          onClick={discard}
        >
          <IconTrash size={16} />
        </Button>
        <LeaveButton disabled={busy} onLeave={() => void leave()} />
        <Button
          rightSection={<Kbd of="main" />}
          disabled={busy || !judged}
          data-ready={first === undefined || undefined}
          variant={first === undefined ? 'filled' : 'light'}
          onClick={() => void receive()}
        >
          {t(words.button)}
        </Button>
      </ActionBar>
      {received !== null && <ReceivedDialog {...received} draftId={session.getState().draft.draftId} />}
    </>
  );
});

/** Says when the draft was last kept, which is several times a second while somebody types. */
function LeaveButton({ disabled, onLeave }: { readonly disabled: boolean; readonly onLeave: () => void }) {
  const t = useText();
  const savedAt = useDraft((session) => (session.savedAt === null ? '' : momentText(session.savedAt)));
  return (
    <Button
      variant="default"
      rightSection={<Kbd of="leave" />}
      disabled={disabled}
      onClick={onLeave}
      title={savedAt === '' ? '' : t('intake.saved', { at: savedAt })}
    >
      {t('intake.leave')}
    </Button>
  );
}

function dueWords(t: ReturnType<typeof useText>, check: DraftCheck | null): string {
  if (check === null) return '—';
  if (check.dueAt !== null) {
    const estimated = check.due?.kind === 'due' && check.due.estimated;
    return momentText(check.dueAt) + (estimated ? ` (${t('intake.dueEstimate')})` : '');
  }
  return check.due === null ? t('intake.chooseFirst') : t('intake.noDue');
}

/** Where the cursor goes to mend a problem. */
function selectorOf(problem: DraftProblem): string {
  switch (problem.place) {
    case 'procedure':
      return '[data-procedure-search]';
    case 'applicant':
      return `[data-field-name="${problem.field ?? 'personalId'}"]`;
    case 'papers':
      return problem.paperId === undefined
        ? '.tray .thumb, .paper-head'
        : `[data-paper="${problem.paperId}"]`;
    case 'fees':
      return '.fee[data-doubtful] .fee-check input, .fees input';
    case 'numbers':
      return '.top-line';
  }
}
