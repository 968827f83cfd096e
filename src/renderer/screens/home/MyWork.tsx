import { IconMoodSmile } from '@tabler/icons-react';
import { useState } from 'react';
import { findProcedure } from '../../../shared/domain/procedure/find-procedure.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { keepSignOff } from '../../state/where-i-was.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { dueText } from '../../ui/dossier/span-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Column, ListTable, TwoLines } from '../../ui/list/ListTable.tsx';
import type { WorkItem } from './my-work.ts';
import { NextStepPill } from './NextStepPill.tsx';

/** Everything left to do, the most urgent first; Enter opens the place where it is done. */
export function MyWork({
  items,
  supervisor,
  now,
}: {
  readonly items: readonly WorkItem[];
  readonly supervisor: boolean;
  readonly now: Date;
}) {
  const t = useText();
  const goTo = useScreenState((state) => state.goTo);
  const procedures = useDeskView((view) => view.reference?.procedures) ?? [];
  const [here, setHere] = useState<string | null>(null);

  const open = ({ dossier, draft, next }: WorkItem) => {
    if (draft !== null && next.kind !== 'conflict') goTo({ name: 'intake', draftId: draft.draftId });
    else if (dossier === null) return;
    else if (next.kind === 'conflict') goTo({ name: 'conflicts', dossierId: dossier.dossierId });
    else if (next.kind === 'sign' || next.kind === 'other-signs') {
      keepSignOff(dossier.dossierId);
      goTo({ name: 'sign-off' });
    } else goTo({ name: 'dossier', dossierId: dossier.dossierId });
  };
  const procedureName = ({ dossier, draft }: WorkItem): string => {
    if (dossier !== null) return dossier.content.procedure.name;
    const code = draft?.procedureCode ?? null;
    return (code === null ? undefined : findProcedure(procedures, code)?.name) ?? t('home.noProcedure');
  };

  const columns: readonly Column<WorkItem>[] = [
    {
      key: 'dossier',
      head: t('home.dossier'),
      width: '25%',
      cell: ({ name, dossier }) => (
        <TwoLines
          first={name === '' ? t('intake.untitled') : name}
          second={dossier?.code ?? t('home.draft')}
        />
      ),
    },
    {
      key: 'procedure',
      head: t('home.procedure'),
      width: '21%',
      wideOnly: true,
      cell: (item) => <span title={procedureName(item)}>{procedureName(item)}</span>,
    },
    {
      key: 'next',
      head: t('home.nextStep'),
      width: '39%',
      cell: ({ next }) => <NextStepPill next={next} now={now} />,
    },
    {
      key: 'due',
      head: t('home.due'),
      width: '15%',
      cell: ({ dossier, dueAt }) => (dossier === null ? '' : dueText(t, dueAt, now)),
    },
  ];
  return (
    <Card flush title={t('home.myWork')} aside={<span>{t('home.byUrgency')}</span>} className="home-work">
      {items.length === 0 ? (
        <EmptyState icon={IconMoodSmile} title={t('home.empty')}>
          {supervisor ? t('home.emptySupervisor') : t('home.emptyOfficer')}
        </EmptyState>
      ) : (
        <ListTable
          label={t('home.myWork')}
          columns={columns}
          rows={items}
          keyOf={(item) => item.key}
          here={here}
          onHere={setHere}
          onOpen={open}
          takeFocus
        />
      )}
    </Card>
  );
}
