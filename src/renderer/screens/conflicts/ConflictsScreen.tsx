import './conflicts.css';
import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { DossierId } from '../../../shared/base/ids.ts';
import type { ConflictResolution } from '../../../shared/domain/dossier/conflict-resolved.ts';
import { checkAction } from '../../../shared/domain/sign-off/check-action.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { momentText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { StatusPill } from '../../ui/dossier/standing-pills.tsx';
import { useOfficerName } from '../../ui/dossier/use-officer-name.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Note } from '../../ui/Note.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { StatePill } from '../../ui/StatePill.tsx';
import { useNow } from '../../ui/shell/use-now.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { findSides } from './find-sides.ts';
import { findUndecided } from './find-undecided.ts';
import { SidesTable } from './SidesTable.tsx';
import { UndecidedList } from './UndecidedList.tsx';

/** What the city says otherwise than this desk: both sides next to each other until an officer decides. */
export function ConflictsScreen({ dossierId }: { readonly dossierId: DossierId | null }) {
  const t = useText();
  const now = useNow(30_000);
  const goTo = useScreenState((state) => state.goTo);
  const desk = useDeskView((view) => view.desk);
  const officerName = useOfficerName();
  const [chosen, setChosen] = useState<string | null>(null);
  const [decided, setDecided] = useState<{
    readonly how: ConflictResolution;
    readonly name: string;
  } | null>(null);
  const rows = useMemo(() => findUndecided(desk?.dossiers.values() ?? []), [desk?.dossiers]);
  if (desk === null || desk.signedIn === null) return <Progress>{t('words.loading')}</Progress>;

  const asked =
    rows.find(({ key }) => key === chosen) ?? rows.find(({ dossier }) => dossier.dossierId === dossierId);
  const here = asked ?? rows[0];
  const may = here !== undefined && checkAction(desk.signedIn, here.dossier, 'resolve').ok;
  return (
    <div className="conflicts">
      <div className="row">
        <h1>{t('conflicts.title')}</h1>
        <span className="quiet">
          {rows.length === 0 ? t('conflicts.none') : t('conflicts.count', { n: rows.length })}
        </span>
        <span className="push" role="status">
          {decided !== null && (
            <StatePill meaning="done">
              {t(`conflicts.decided.${decided.how}`, { name: decided.name })}
            </StatePill>
          )}
        </span>
      </div>
      {here === undefined ? (
        <Card flush className="conflicts-empty" label={t('conflicts.list')}>
          <EmptyState icon={IconArrowsSplit2} title={t('conflicts.empty')}>
            {t('conflicts.emptyWhy')}
          </EmptyState>
        </Card>
      ) : (
        <div className="conflicts-columns">
          <UndecidedList rows={rows} here={here.key} onHere={setChosen} now={now} />
          <Card label={here.dossier.content.applicant.fullName} className="conflict">
            <div className="row">
              <h2 className="clip">{here.dossier.content.applicant.fullName}</h2>
              <span className="quiet">{here.dossier.code}</span>
              <StatusPill status={here.dossier.status} />
              <Button
                className="push"
                size="xs"
                variant="default"
                onClick={() => goTo({ name: 'dossier', dossierId: here.dossier.dossierId })}
              >
                {t('conflicts.open')}
              </Button>
            </div>
            <Note meaning="look">
              {t(`conflicts.said.${here.conflict.what.type}`, { at: momentText(here.conflict.at) })}
            </Note>
            <SidesTable
              label={t('conflicts.bothSides')}
              sides={findSides(t, here.dossier, here.conflict, desk.desk?.name ?? '')}
            />
            {may ? (
              <DecisionForm
                key={here.key}
                dossier={here.dossier}
                conflict={here.conflict}
                onDecided={(how) => {
                  setDecided({ how, name: here.dossier.content.applicant.fullName });
                  setChosen(null);
                }}
              />
            ) : (
              <Note meaning="idle">
                {here.dossier.status === 'approved'
                  ? t('conflicts.supervisorDecides')
                  : t('conflicts.otherDecides', { name: officerName(here.dossier.receivedBy) })}
              </Note>
            )}
          </Card>
        </div>
      )}
    </div>
  );
}
