import './sign-off.css';
import { IconSignature } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { DossierId } from '../../../shared/base/ids.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import type { PaperFieldName } from '../../../shared/domain/paper/paper.ts';
import { isOwnDossier } from '../../../shared/domain/sign-off/action-table.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { keepSignOff, useWhereIWas } from '../../state/where-i-was.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { submittedAt } from '../../ui/dossier/dossier-moments.ts';
import { instantOf, minutesSince, spanText } from '../../ui/dossier/span-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Note } from '../../ui/Note.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { PapersViewer } from '../../ui/page/PapersViewer.tsx';
import { pagesInOrder } from '../../ui/page/papers-in-order.ts';
import { StatePill } from '../../ui/StatePill.tsx';
import { useNow } from '../../ui/shell/use-now.ts';
import { ChecksCard } from './ChecksCard.tsx';
import { findFindings } from './find-findings.ts';
import type { Finding } from './finding.ts';
import { type Settled, SignCard } from './SignCard.tsx';
import { SignOffQueue } from './SignOffQueue.tsx';

const bySubmission = (a: DossierState, b: DossierState): number =>
  submittedAt(a).localeCompare(submittedAt(b)) || a.lastSeq - b.lastSeq;

/** The supervisor's desk: list → page → what is not in order → signature. */
export function SignOffScreen() {
  const t = useText();
  const now = useNow(20_000);
  const desk = useDeskView((view) => view.desk);
  const procedures = useDeskView((view) => view.reference?.procedures);
  const chosen = useWhereIWas((was) => was.signOff);
  const [page, setPage] = useState<Finding['at']>(null);
  const [settled, setSettled] = useState<{
    readonly how: Settled;
    readonly dossier: DossierState;
  } | null>(null);
  const officer = desk?.signedIn ?? null;
  const minute = now.toISOString().slice(0, 16);
  const instant = instantOf(now);

  const queue = useMemo(
    () =>
      [...(desk?.dossiers.values() ?? [])]
        .filter((dossier) => dossier.status === 'submitted')
        .sort(bySubmission),
    [desk?.dossiers],
  );
  // Once a minute is often enough for "has waited long".
  const found = useMemo(
    () =>
      new Map(queue.map((dossier) => [dossier.dossierId, findFindings(dossier, procedures ?? [], instant)])),
    [queue, procedures, minute],
  );
  if (desk === null || officer === null) return <Progress>{t('words.loading')}</Progress>;

  const here = queue.find((dossier) => dossier.dossierId === chosen) ?? queue[0];
  const oldest = queue[0];
  const supervisor = officer.role === 'branch-supervisor';

  const choose = (dossierId: DossierId | null) => {
    keepSignOff(dossierId);
    setPage(null);
  };
  const onSettled = (how: Settled) => {
    if (here === undefined) return;
    const at = queue.indexOf(here);
    const next = queue[at + 1] ?? queue[at - 1];
    choose(next?.dossierId ?? null);
    setSettled({ how, dossier: here });
  };
  const turn = (step: 1 | -1) => {
    const pages = pagesInOrder(here?.content.papers ?? []);
    const at = Math.max(
      0,
      pages.findIndex((each) => each.page.pageId === page?.pageId),
    );
    const next = pages[at + step];
    if (next !== undefined) setPage({ pageId: next.page.pageId, field: null });
  };

  return (
    <div className="sign-off">
      <div className="row sign-off-head">
        <h1>{t('signOff.title')}</h1>
        <span className="quiet">
          {oldest === undefined
            ? t('signOff.none')
            : t('signOff.waiting', {
                n: queue.length,
                span: spanText(t, minutesSince(submittedAt(oldest), now)),
              })}
        </span>
        <span className="push" role="status">
          {settled !== null && (
            <StatePill meaning={settled.how === 'approved' ? 'done' : 'moving'}>
              {t(`signOff.${settled.how}`, {
                name: settled.dossier.content.applicant.fullName,
                code: settled.dossier.code,
              })}
            </StatePill>
          )}
        </span>
      </div>
      {here === undefined ? (
        <Card flush className="sign-off-empty" label={t('signOff.list')}>
          <EmptyState icon={IconSignature} title={t('signOff.empty')}>
            {t('signOff.emptyWhy')}
          </EmptyState>
          {!supervisor && <Note meaning="idle">{t('signOff.officerHere')}</Note>}
        </Card>
      ) : (
        <div className="sign-off-columns">
          <SignOffQueue
            waiting={queue.map((dossier) => ({
              dossier,
              looks: found.get(dossier.dossierId)?.length ?? 0,
              own: isOwnDossier(dossier, officer),
            }))}
            here={here.dossierId}
            onHere={choose}
            onTurn={turn}
            now={now}
          />
          <PapersViewer
            papers={here.content.papers}
            here={page?.pageId ?? null}
            onHere={(pageId) => setPage({ pageId, field: null })}
            field={(page?.field ?? null) satisfies PaperFieldName | null}
          />
          <div className="sign-off-side">
            <ChecksCard
              dossier={here}
              findings={found.get(here.dossierId) ?? []}
              now={now}
              onShow={setPage}
            />
            <SignCard key={here.dossierId} dossier={here} officer={officer} onSettled={onSettled} />
          </div>
        </div>
      )}
    </div>
  );
}
