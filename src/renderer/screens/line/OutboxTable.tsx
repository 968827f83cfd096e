import { IconCloudUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { CityStanding, DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { momentText, shortMomentText } from '../../text/dates-and-money.ts';
import type { Text } from '../../text/use-text.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { pageCount, unsentSince } from '../../ui/dossier/dossier-moments.ts';
import { OutboxWords } from '../../ui/dossier/OutboxWords.tsx';
import { CityPill } from '../../ui/dossier/standing-pills.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Column, ListTable, TwoLines } from '../../ui/list/ListTable.tsx';

/** Most pressing first: what was refused, then what is on its way, then what waits, then what the city has. */
const ORDER: Readonly<Record<CityStanding['kind'], number>> = {
  refused: 0,
  'facts-accepted': 1,
  waiting: 2,
  complete: 3,
};

/** Among those that wait the oldest goes first, as the line sends them; elsewhere the newest. */
export function outboxOrder(a: DossierState, b: DossierState): number {
  const byState = ORDER[a.city.kind] - ORDER[b.city.kind];
  if (byState !== 0) return byState;
  return a.city.kind === 'waiting' || b.city.kind === 'waiting'
    ? a.lastSeq - b.lastSeq
    : b.lastSeq - a.lastSeq;
}

function momentOf(t: Text, dossier: DossierState, now: Date): string {
  const { city } = dossier;
  switch (city.kind) {
    case 'waiting':
      return t('lineScreen.since', {
        at: shortMomentText(unsentSince(dossier) ?? dossier.receivedAt, now),
      });
    case 'facts-accepted':
      return t('lineScreen.facts', { at: shortMomentText(city.at, now) });
    case 'complete':
      return t('lineScreen.signed', { at: shortMomentText(city.at, now) });
    case 'refused':
      return t('lineScreen.refusedAt', { at: momentText(city.at) });
  }
}

export function OutboxTable({
  dossiers,
  now,
}: {
  readonly dossiers: readonly DossierState[];
  readonly now: Date;
}) {
  const t = useText();
  const goTo = useScreenState((state) => state.goTo);
  const [here, setHere] = useState<string | null>(null);
  const rows = useMemo(() => dossiers.toSorted(outboxOrder), [dossiers]);
  const columns: readonly Column<DossierState>[] = [
    {
      key: 'dossier',
      head: t('lineScreen.dossier'),
      width: '34%',
      cell: ({ content, code }) => (
        <TwoLines first={content.applicant.fullName} second={`${code} · ${content.procedure.name}`} />
      ),
    },
    {
      key: 'state',
      head: t('lineScreen.state'),
      width: '26%',
      cell: ({ city }) => <CityPill city={city} now={now} />,
    },
    {
      key: 'when',
      head: t('lineScreen.when'),
      width: '32%',
      cell: (dossier) => (
        <>
          <span className="quiet">{momentOf(t, dossier, now)}</span>
          <OutboxWords dossierId={dossier.dossierId} now={now} />
        </>
      ),
    },
    {
      key: 'pages',
      head: t('lineScreen.pages'),
      width: '8%',
      wideOnly: true,
      cell: (dossier) => pageCount(dossier),
    },
  ];
  return (
    <Card flush label={t('lineScreen.outbox')} className="line-outbox">
      {rows.length === 0 ? (
        <EmptyState icon={IconCloudUp} title={t('lineScreen.empty')}>
          {t('lineScreen.emptyHint')}
        </EmptyState>
      ) : (
        <ListTable
          label={t('lineScreen.outbox')}
          columns={columns}
          rows={rows}
          keyOf={(dossier) => dossier.dossierId}
          here={here}
          onHere={setHere}
          onOpen={({ dossierId }) => goTo({ name: 'dossier', dossierId })}
        />
      )}
    </Card>
  );
}
