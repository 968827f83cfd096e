import './day.css';
import { Button, NumberInput, Textarea } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { LocalDate } from '../../../shared/base/dates.ts';
import { addDays, hanoiDate } from '../../../shared/base/hanoi-time.ts';
import type { Failure } from '../../../shared/base/result.ts';
import { reconcileDay } from '../../../shared/domain/day/reconcile-day.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { dayText, moneyText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { ActionBar, Promised } from '../../ui/ActionBar.tsx';
import { Card } from '../../ui/Card.tsx';
import { instantOf } from '../../ui/dossier/span-text.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useNow } from '../../ui/shell/use-now.ts';
import { useShortcut } from '../../ui/shortcuts.ts';
import { ClosedNote } from './ClosedNote.tsx';
import { CountsCard } from './CountsCard.tsx';
import { DifferencesCard } from './DifferencesCard.tsx';

/** "Chốt ngày": the paper that was counted, the desk and the city next to each other, what differs by dossier. */
export function DayScreen() {
  const t = useText();
  const now = useNow(20_000);
  const today = hanoiDate(instantOf(now));
  const held = useDeskView((view) => view.desk?.dossiers);
  const closedDays = useDeskView((view) => view.desk?.closedDays);
  const [date, setDate] = useState<LocalDate>(today);
  const [paper, setPaper] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const { closeDay } = useActions();
  const standing = useMemo(() => reconcileDay(held?.values() ?? [], date), [held, date]);
  const closing = closedDays?.get(date) ?? null;
  const differs = paper !== null && paper !== standing.deskCount;
  const needsNote = differs && note.trim() === '';

  const turnTo = (day: LocalDate): void => {
    setDate(day);
    setPaper(null);
    setNote('');
    setFailure(null);
  };
  const close = async (): Promise<void> => {
    if (paper === null || needsNote || busy) return;
    setBusy(true);
    const closed = await closeDay(date, paper, note);
    setBusy(false);
    setFailure(closed.ok ? null : closed.failure);
    if (closed.ok) setNote('');
  };
  useShortcut('main', close);

  return (
    <div className="day">
      <div className="row">
        <h1>{t('day.title')}</h1>
        <span className="quiet">{t('day.lead')}</span>
        <div className="row push">
          {[addDays(today, -1), today].map((day) => (
            <Button
              key={day}
              variant={day === date ? 'filled' : 'default'}
              aria-pressed={day === date}
              onClick={() => turnTo(day)}
            >
              {day === today
                ? t('day.today', { date: dayText(day) })
                : t('day.before', { date: dayText(day) })}
            </Button>
          ))}
        </div>
      </div>
      {closing !== null && <ClosedNote closing={closing} standing={standing} />}
      <CountsCard standing={standing} paper={paper}>
        <NumberInput
          className="day-paper"
          aria-label={t('day.paper')}
          value={paper ?? ''}
          onChange={(value) => setPaper(typeof value === 'number' ? value : null)}
          min={0}
          max={99_999}
          allowDecimal={false}
          allowNegative={false}
          autoFocus
          size="lg"
        />
      </CountsCard>
      {differs && (
        <Card label={t('day.why')}>
          <Field
            label={t('day.why')}
            htmlFor="day-note"
            wrong={needsNote ? t('day.noteNeeded', { paper, desk: standing.deskCount }) : undefined}
          >
            <Textarea
              id="day-note"
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
              placeholder={t('day.whyHint')}
              maxLength={1000}
              autosize
              minRows={2}
            />
          </Field>
        </Card>
      )}
      <DifferencesCard standing={standing} now={now} />
      {failure !== null && <FailureNote failure={failure} />}
      <ActionBar
        label={t('day.close')}
        promise={
          <>
            <Promised label={t('day.receipts')}>
              {t('day.receiptsOf', {
                n: standing.receipts.count,
                total: moneyText(standing.receipts.totalVnd),
              })}
            </Promised>
            <Promised label={t('day.open')}>{standing.differences.length}</Promised>
          </>
        }
      >
        {paper === null && <span className="quiet">{t('day.countFirst')}</span>}
        <Button
          leftSection={<IconCalendarCheck size={17} />}
          rightSection={<Kbd of="main" />}
          disabled={paper === null || needsNote}
          loading={busy}
          onClick={() => void close()}
        >
          {closing === null ? t('day.close') : t('day.closeAgain')}
        </Button>
      </ActionBar>
    </div>
  );
}
