import './dossiers.css';
import { Button, TextInput } from '@mantine/core';
import { IconFiles, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { keepList, useWhereIWas } from '../../state/where-i-was.ts';
import { shortMomentText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { OutboxWords } from '../../ui/dossier/OutboxWords.tsx';
import { dueText, instantOf } from '../../ui/dossier/span-text.ts';
import { CityPill, StatusPill } from '../../ui/dossier/standing-pills.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type Column, ListTable, TwoLines } from '../../ui/list/ListTable.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useNow } from '../../ui/shell/use-now.ts';
import { dossierFilters, matchesQuery, passesFilter } from './find-dossiers.ts';

/** Every dossier of this desk: typed at, filtered by plain states, walked through with arrows. */
export function DossiersScreen() {
  const t = useText();
  const now = useNow(30_000);
  const desk = useDeskView((view) => view.desk);
  const goTo = useScreenState((state) => state.goTo);
  const { filter, query, here } = useWhereIWas((was) => was.list);
  const screen = useRef<HTMLDivElement>(null);
  const instant = instantOf(now);

  const all = useMemo(
    () =>
      [...(desk?.dossiers.values() ?? [])].sort(
        (a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.code.localeCompare(a.code),
      ),
    [desk?.dossiers],
  );
  const matching = useMemo(
    () => (query.trim() === '' ? all : all.filter((dossier) => matchesQuery(dossier, query))),
    [all, query],
  );
  const rows = matching.filter((dossier) => passesFilter(dossier, filter, instant));
  const open = ({ dossierId }: DossierState) => goTo({ name: 'dossier', dossierId });

  const columns: readonly Column<DossierState>[] = [
    {
      key: 'dossier',
      head: t('dossiers.dossier'),
      width: '23%',
      cell: ({ content, code }) => <TwoLines first={content.applicant.fullName} second={code} />,
    },
    {
      key: 'procedure',
      head: t('dossiers.procedure'),
      width: '21%',
      wideOnly: true,
      cell: ({ content }) => <span title={content.procedure.name}>{content.procedure.name}</span>,
    },
    {
      key: 'received',
      head: t('dossiers.received'),
      width: '11%',
      wideOnly: true,
      cell: ({ receivedAt }) => shortMomentText(receivedAt, now),
    },
    {
      key: 'due',
      head: t('dossiers.due'),
      width: '12%',
      cell: ({ dueAt, status }) => (
        <span className={status !== 'approved' && dueAt !== null && dueAt < instant ? 'is-late' : ''}>
          {dueText(t, dueAt, now)}
        </span>
      ),
    },
    {
      key: 'desk',
      head: t('dossiers.atDesk'),
      width: '12%',
      cell: ({ status }) => <StatusPill status={status} />,
    },
    {
      key: 'city',
      head: t('dossiers.atCity'),
      width: '21%',
      cell: ({ city, dossierId }) => (
        <>
          <CityPill city={city} now={now} />
          <OutboxWords dossierId={dossierId} now={now} />
        </>
      ),
    },
  ];

  const toList = (event: KeyboardEvent) => {
    const first = rows[0];
    if (first === undefined) return;
    if (event.key === 'ArrowDown') screen.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    else if (event.key === 'Enter') open(rows.find((row) => row.dossierId === here) ?? first);
    else return;
    event.preventDefault();
  };

  if (desk === null) return <Progress>{t('words.loading')}</Progress>;
  return (
    <div className="dossiers" ref={screen}>
      <div className="row">
        <h1>{t('dossiers.title')}</h1>
        <span className="quiet" role="status">
          {t('dossiers.shown', { n: rows.length, total: all.length })}
        </span>
        <TextInput
          className="push dossiers-search"
          aria-label={t('dossiers.search')}
          placeholder={t('dossiers.searchPlaceholder')}
          leftSection={<IconSearch size={16} />}
          value={query}
          onChange={(event) => keepList({ query: event.currentTarget.value, here: null })}
          onKeyDown={toList}
          autoComplete="off"
          spellCheck={false}
          autoFocus
        />
      </div>
      <fieldset className="chips" aria-label={t('dossiers.filters')}>
        {dossierFilters.map((each) => {
          const count = matching.filter((dossier) => passesFilter(dossier, each, instant)).length;
          return (
            <button
              key={each}
              type="button"
              className="chip"
              aria-pressed={filter === each}
              onClick={() => keepList({ filter: each, here: null })}
            >
              {t(`dossiers.filter.${each}`)} <b>{count}</b>
            </button>
          );
        })}
      </fieldset>
      <Card flush label={t('dossiers.list')} className="dossiers-list">
        {all.length === 0 ? (
          <EmptyState icon={IconFiles} title={t('dossiers.empty')}>
            {t('dossiers.emptyDo')}
          </EmptyState>
        ) : rows.length === 0 ? (
          <EmptyState
            icon={IconSearchOff}
            title={t('dossiers.nothing')}
            action={
              <Button
                size="xs"
                variant="default"
                onClick={() => keepList({ filter: 'all', query: '', here: null })}
              >
                {t('dossiers.clear')}
              </Button>
            }
          >
            {t('dossiers.nothingDo')}
          </EmptyState>
        ) : (
          <ListTable
            // A new question starts at the top again.
            key={`${filter} ${query}`}
            label={t('dossiers.list')}
            columns={columns}
            rows={rows}
            keyOf={(dossier) => dossier.dossierId}
            here={here}
            onHere={(key) => keepList({ here: key })}
            onOpen={open}
          />
        )}
      </Card>
    </div>
  );
}
