import { Button } from '@mantine/core';
import { IconArrowBackUp, IconSignature } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../../shared/base/result.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import type { Officer } from '../../../shared/domain/officer/officer.ts';
import { isOwnDossier, neededFirst } from '../../../shared/domain/sign-off/action-table.ts';
import { allowedActions } from '../../../shared/domain/sign-off/check-action.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { pageCount } from '../../ui/dossier/dossier-moments.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Note } from '../../ui/Note.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';
import { ReturnForm } from './ReturnForm.tsx';

export type Settled = 'approved' | 'returned';

/** A second press of an impatient hand comes within this; the next dossier has not been looked at by then. */
const SEEN_AFTER_MS = 600;

type Props = {
  readonly dossier: DossierState;
  readonly officer: Officer;
  readonly onSettled: (how: Settled) => void;
};

/** What signing means, and the two verbs. What is on the screen is what is signed: its hash goes along. */
export function SignCard({ dossier, officer, onSettled }: Props) {
  const t = useText();
  const { approveDossier, returnDossier } = useActions();
  const [busy, setBusy] = useState<Settled | null>(null);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const may = allowedActions(officer, dossier);
  const first = neededFirst(dossier);
  const mayApprove = may.includes('approve');
  const mayReturn = may.includes('return');

  // Not before the eye can have seen it: the button is off for that moment, so that no press is swallowed silently.
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), SEEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const held = useRef(false);
  // A key held down repeats itself into the dossier that comes next: only a fresh press signs.
  useEffect(() => {
    const note = (event: KeyboardEvent) => {
      held.current = event.repeat;
    };
    window.addEventListener('keydown', note, true);
    return () => window.removeEventListener('keydown', note, true);
  }, []);

  const settle = async (how: Settled, order: () => Promise<Result<unknown>>) => {
    if (busy !== null) return;
    setBusy(how);
    setFailure(null);
    const done = await order();
    setBusy(null);
    if (done.ok) onSettled(how);
    else setFailure(done.failure);
  };
  const approve = () => {
    if (!mayApprove || !seen || held.current) return;
    void settle('approved', () => approveDossier(dossier.dossierId, dossier.contentHash));
  };
  useShortcut('main', approve, { enabled: !asking });
  useShortcut('returnIt', () => mayReturn && busy === null && setAsking(true));

  if (officer.role !== 'branch-supervisor') {
    return (
      <Note meaning="idle">
        <b>{t('signOff.officerHere')}</b> {t('signOff.officerHereDo')}
      </Note>
    );
  }
  return (
    <Card label={t('signOff.title')} className="sign">
      {failure !== null && <FailureNote failure={failure} />}
      {asking ? (
        <ReturnForm
          busy={busy === 'returned'}
          onCancel={() => setAsking(false)}
          onReturn={(reason) => void settle('returned', () => returnDossier(dossier.dossierId, reason))}
        />
      ) : (
        <>
          <p className="small">{t('signOff.means', { n: pageCount(dossier) })}</p>
          {first !== null && (
            <p className="note note-look">
              {t(first === 'resend' ? 'signOff.firstResend' : 'signOff.firstResolve')}
            </p>
          )}
          {isOwnDossier(dossier, officer) && (
            <p className="note note-look" id="own-why">
              {t('signOff.ownWhy')}
            </p>
          )}
          {busy === 'approved' && <Progress>{t('signOff.approving')}</Progress>}
          <div className="row sign-buttons">
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} />}
              rightSection={<Kbd of="returnIt" />}
              disabled={!mayReturn || busy !== null}
              onClick={() => setAsking(true)}
            >
              {t('signOff.return')}
            </Button>
            <Button
              leftSection={<IconSignature size={16} />}
              rightSection={<Kbd of="main" />}
              disabled={!mayApprove || !seen}
              aria-describedby={mayApprove ? undefined : 'own-why'}
              loading={busy === 'approved'}
              onClick={approve}
            >
              {t('signOff.approve')}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
