import { useMemo } from 'react';
import { hanoiDate } from '../../../shared/base/hanoi-time.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import type { Officer } from '../../../shared/domain/officer/officer.ts';
import { isOwnDossier } from '../../../shared/domain/sign-off/action-table.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { type DossierFilter, keepList } from '../../state/where-i-was.ts';
import { timeText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { submittedAt } from '../../ui/dossier/dossier-moments.ts';
import { instantOf, minutesSince, spanText } from '../../ui/dossier/span-text.ts';
import { oldestUnsent } from './oldest-unsent.ts';

function Figure({
  label,
  value,
  note,
  look,
  onOpen,
}: {
  readonly label: string;
  readonly value: number;
  readonly note: string;
  readonly look?: boolean;
  readonly onOpen: () => void;
}) {
  return (
    <button
      type="button"
      className="card figure"
      data-look={look || undefined}
      aria-label={`${label}: ${value}, ${note}`}
      onClick={onOpen}
    >
      <span className="quiet clip">{label}</span>
      <span className="figure-value">{value}</span>
      <span className="quiet clip">{note}</span>
    </button>
  );
}

const earliest = (moments: readonly string[]): string | undefined => moments.toSorted()[0];

/** Five figures that can be counted from the log; each opens the list that it counts. */
export function Figures({
  dossiers,
  officer,
  now,
}: {
  readonly dossiers: readonly DossierState[];
  readonly officer: Officer;
  readonly now: Date;
}) {
  const t = useText();
  const goTo = useScreenState((state) => state.goTo);
  const unsent = useDeskView((view) => view.line?.unsentDossiers) ?? 0;
  const supervisor = officer.role === 'branch-supervisor';
  const today = hanoiDate(instantOf(now));
  const count = useMemo(() => {
    const received = dossiers.filter((dossier) => hanoiDate(dossier.receivedAt) === today);
    const waiting = dossiers.filter(
      (dossier) => dossier.status === 'submitted' && !(supervisor && isOwnDossier(dossier, officer)),
    );
    const returned = dossiers.filter((dossier) => dossier.status === 'returned');
    const due = dossiers.filter(({ dueAt }) => dueAt !== null && hanoiDate(dueAt) === today);
    return {
      received: received.length,
      receivedByMe: received.filter((dossier) => dossier.receivedBy === officer.officerId).length,
      receivedSigned: received.filter((dossier) => dossier.status === 'approved').length,
      waiting: waiting.length,
      waitingSince: earliest(waiting.map(submittedAt)),
      returned: supervisor
        ? returned.length
        : returned.filter((dossier) => isOwnDossier(dossier, officer)).length,
      due: due.length,
      dueUnsigned: due.filter((dossier) => dossier.status !== 'approved').length,
      dueFirst: earliest(due.flatMap(({ dueAt }) => dueAt ?? [])),
      unsentSince: oldestUnsent(dossiers),
    };
  }, [dossiers, today, officer, supervisor]);

  const list = (filter: DossierFilter) => () => {
    keepList({ filter, query: '', here: null });
    goTo({ name: 'dossiers' });
  };
  const longest = (since: string | null | undefined, none: string): string =>
    since == null ? none : t('home.longest', { span: spanText(t, minutesSince(since, now)) });

  return (
    <section className="figures" aria-label={t('home.figures')}>
      <Figure
        label={t('home.received')}
        value={count.received}
        note={
          supervisor
            ? t('home.receivedSigned', { n: count.receivedSigned })
            : t('home.receivedOf', { n: count.receivedByMe })
        }
        onOpen={list('all')}
      />
      <Figure
        label={supervisor ? t('home.waitingForYou') : t('home.waiting')}
        value={count.waiting}
        note={longest(count.waitingSince, t('home.nothingWaits'))}
        look={supervisor && count.waiting > 0}
        onOpen={supervisor ? () => goTo({ name: 'sign-off' }) : list('submitted')}
      />
      <Figure
        label={supervisor ? t('home.returnedAll') : t('home.returnedToMe')}
        value={count.returned}
        note={
          count.returned === 0
            ? t('home.returnedNone')
            : supervisor
              ? t('home.returnedWait')
              : t('home.returnedDo')
        }
        look={!supervisor && count.returned > 0}
        onOpen={list('returned')}
      />
      <Figure
        label={t('home.dueToday')}
        value={count.due}
        note={
          count.dueUnsigned > 0
            ? t('home.dueUnsigned', { n: count.dueUnsigned })
            : count.dueFirst === undefined
              ? t('home.dueNone')
              : t('home.dueFirst', { at: timeText(count.dueFirst) })
        }
        look={count.dueUnsigned > 0}
        onOpen={list('due-today')}
      />
      <Figure
        label={t('home.unsent')}
        value={unsent}
        note={longest(count.unsentSince, t('home.unsentNone'))}
        onOpen={() => goTo({ name: 'line' })}
      />
    </section>
  );
}
