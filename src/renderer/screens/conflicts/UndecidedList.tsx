import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { minutesSince, spanText } from '../../ui/dossier/span-text.ts';
import { type Column, ListTable, TwoLines } from '../../ui/list/ListTable.tsx';
import type { Undecided } from './find-undecided.ts';

/** What waits for a decision, the oldest first; arrows go from one to the next. */
export function UndecidedList({
  rows,
  here,
  onHere,
  now,
}: {
  readonly rows: readonly Undecided[];
  readonly here: string;
  readonly onHere: (key: string) => void;
  readonly now: Date;
}) {
  const t = useText();
  const columns: readonly Column<Undecided>[] = [
    {
      key: 'what',
      head: t('conflicts.list'),
      width: '100%',
      cell: ({ dossier, conflict }) => (
        <TwoLines
          first={dossier.content.applicant.fullName}
          second={`${t(`conflicts.short.${conflict.what.type}`)} · ${spanText(t, minutesSince(conflict.at, now))}`}
        />
      ),
    },
  ];
  return (
    <Card flush label={t('conflicts.list')} className="conflicts-list">
      <ListTable
        label={t('conflicts.list')}
        columns={columns}
        rows={rows}
        keyOf={({ key }) => key}
        here={here}
        onHere={onHere}
        onOpen={() => undefined}
        takeFocus
      />
    </Card>
  );
}
