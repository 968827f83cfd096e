import './dossier.css';
import { Button } from '@mantine/core';
import { IconArrowLeft, IconFileUnknown, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import type { DossierId } from '../../../shared/base/ids.ts';
import type { PaperFieldName } from '../../../shared/domain/paper/paper.ts';
import { allowedActions } from '../../../shared/domain/sign-off/check-action.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { keepSignOff } from '../../state/where-i-was.ts';
import { momentText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { findLastStep } from '../../ui/dossier/dossier-moments.ts';
import { CityPill, StatusPill } from '../../ui/dossier/standing-pills.tsx';
import { useOfficerName } from '../../ui/dossier/use-officer-name.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Note } from '../../ui/Note.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { PapersViewer } from '../../ui/page/PapersViewer.tsx';
import { pagesInOrder } from '../../ui/page/papers-in-order.ts';
import { useNow } from '../../ui/shell/use-now.ts';
import { CityTrouble } from './CityTrouble.tsx';
import { CorrectButton } from './CorrectButton.tsx';
import { FactsColumn } from './FactsColumn.tsx';
import { HistoryCard } from './HistoryCard.tsx';
import { NumberNotes } from './NumberNotes.tsx';
import { PapersCard } from './PapersCard.tsx';

/** One dossier as it was received: facts, the papers themselves, what was read, and all that happened since. */
export function DossierScreen({ dossierId }: { readonly dossierId: DossierId }) {
  const t = useText();
  const now = useNow(30_000);
  const goTo = useScreenState((state) => state.goTo);
  const loaded = useDeskView((view) => view.desk !== null);
  const dossier = useDeskView((view) => view.desk?.dossiers.get(dossierId));
  const officer = useDeskView((view) => view.desk?.signedIn ?? null);
  const officerName = useOfficerName();
  const [pageId, setPageId] = useState<string | null>(null);
  const [field, setField] = useState<PaperFieldName | null>(null);

  if (!loaded) return <Progress>{t('words.loading')}</Progress>;
  if (dossier === undefined) {
    return (
      <EmptyState
        icon={IconFileUnknown}
        title={t('dossier.unknown')}
        action={<Button onClick={() => goTo({ name: 'dossiers' })}>{t('dossier.toList')}</Button>}
      >
        {t('dossier.unknownDo')}
      </EmptyState>
    );
  }
  const { papers } = dossier.content;
  const pages = pagesInOrder(papers);
  const shown = pages.find(({ page }) => page.pageId === pageId) ?? pages[0];
  const actions = officer === null ? [] : allowedActions(officer, dossier);
  const returned = findLastStep(dossier, 'dossier-returned');
  const showPage = (next: string) => {
    setPageId(next);
    setField(null);
  };

  return (
    <div className="dossier">
      <div className="row dossier-head">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowLeft size={15} />}
          rightSection={<Kbd of="dossiers" />}
          onClick={() => goTo({ name: 'dossiers' })}
        >
          {t('dossier.toList')}
        </Button>
        <h1 className="clip">{dossier.content.applicant.fullName}</h1>
        <span className="quiet">
          {dossier.code}
          {dossier.provisionalCode !== undefined &&
            ` (${t('supply.formerly', { code: dossier.provisionalCode })})`}
        </span>
        <StatusPill status={dossier.status} />
        <CityPill city={dossier.city} now={now} short />
        <span className="push row">
          {(actions.includes('correct') || actions.includes('resend')) && (
            <CorrectButton dossierId={dossierId} resend={actions.includes('resend')} />
          )}
          {actions.includes('approve') && (
            <Button
              leftSection={<IconSignature size={16} />}
              rightSection={<Kbd of="signOff" />}
              onClick={() => {
                keepSignOff(dossierId);
                goTo({ name: 'sign-off' });
              }}
            >
              {t('dossier.goSign')}
            </Button>
          )}
        </span>
      </div>
      {dossier.status === 'returned' && (
        <Note meaning="wrong">
          {t('dossier.returnedBy', {
            name: officerName(returned?.by ?? null),
            at: returned === undefined ? '' : momentText(returned.at),
            reason: dossier.returnReason ?? '',
          })}
        </Note>
      )}
      <CityTrouble dossier={dossier} mayResend={actions.includes('resend')} />
      <NumberNotes dossier={dossier} />
      <div className="dossier-columns">
        <FactsColumn dossier={dossier} />
        <PapersViewer papers={papers} here={shown?.page.pageId ?? null} onHere={showPage} field={field} />
        <div className="dossier-side">
          <PapersCard
            dossierId={dossierId}
            papers={papers}
            here={shown?.paper}
            page={shown?.page}
            field={field}
            onPage={showPage}
            onField={(each) => {
              setField(each.name);
              const onPage = pages.find(({ page }) => page.sha256 === each.proposed?.page);
              if (onPage !== undefined) setPageId(onPage.page.pageId);
            }}
          />
          <HistoryCard dossier={dossier} now={now} />
        </div>
      </div>
    </div>
  );
}
