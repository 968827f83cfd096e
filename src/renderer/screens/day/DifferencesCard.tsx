import { IconMoodSmile } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { DayDifferenceReason } from '../../../shared/domain/day/day-closed.ts';
import type { DayStanding } from '../../../shared/domain/day/reconcile-day.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { timeText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Column, ListTable, TwoLines } from '../../ui/list/ListTable.tsx';
import { StatePill } from '../../ui/StatePill.tsx';
import type { Meaning } from '../../ui/theme/meanings.ts';

const MEANINGS = {
  refused: 'wrong',
  undecided: 'look',
  'not-sent': 'moving',
  'pages-missing': 'moving',
  'provisional-code': 'look',
  'fee-deferred': 'look',
  returned: 'look',
  unsigned: 'moving',
} as const satisfies Record<DayDifferenceReason, Meaning>;

type Row = { readonly dossier: DossierState; readonly reason: DayDifferenceReason };

/** What is not yet whole, signed and numbered, one row a dossier; Enter opens it. */
export function DifferencesCard({ standing, now }: { readonly standing: DayStanding; readonly now: Date }) {
  const t = useText();
  const goTo = useScreenState((state) => state.goTo);
  const held = useDeskView((view) => view.desk?.dossiers);
  const [here, setHere] = useState<string | null>(null);
  const rows = useMemo(
    () =>
      standing.differences.flatMap(({ dossierId, reason }): readonly Row[] => {
        const dossier = held?.get(dossierId);
        return dossier === undefined ? [] : [{ dossier, reason }];
      }),
    [standing, held],
  );
  const columns: readonly Column<Row>[] = [
    {
      key: 'dossier',
      head: t('home.dossier'),
      width: '34%',
      cell: ({ dossier }) => <TwoLines first={dossier.content.applicant.fullName} second={dossier.code} />,
    },
    {
      key: 'procedure',
      head: t('home.procedure'),
      width: '30%',
      wideOnly: true,
      cell: ({ dossier }) => (
        <span title={dossier.content.procedure.name}>{dossier.content.procedure.name}</span>
      ),
    },
    {
      key: 'reason',
      head: t('day.reason'),
      width: '26%',
      cell: ({ reason }) => <StatePill meaning={MEANINGS[reason]}>{t(`day.reasons.${reason}`)}</StatePill>,
    },
    {
      key: 'at',
      head: t('day.receivedAt'),
      width: '10%',
      cell: ({ dossier }) => timeText(new Date(dossier.receivedAt)),
    },
  ];
  return (
    <Card
      flush
      title={t('day.differences')}
      aside={<span>{t('day.differencesAside')}</span>}
      className="day-list"
    >
      {rows.length === 0 ? (
        <EmptyState icon={IconMoodSmile} title={t('day.none')}>
          {standing.deskCount === 0
            ? t('day.noDossiers')
            : t('day.noneMore', { n: standing.deskCount, at: timeText(now) })}
        </EmptyState>
      ) : (
        <ListTable
          label={t('day.differences')}
          columns={columns}
          rows={rows}
          keyOf={({ dossier }) => dossier.dossierId}
          here={here}
          onHere={setHere}
          onOpen={({ dossier }) => goTo({ name: 'dossier', dossierId: dossier.dossierId })}
        />
      )}
    </Card>
  );
}
