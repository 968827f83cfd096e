import './line-screen.css';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { Instant } from '../../../shared/base/dates.ts';
import { hanoiDate } from '../../../shared/base/hanoi-time.ts';
import type { Failure } from '../../../shared/base/result.ts';
import type { LineStatus } from '../../../shared/contracts/bridge/line-status.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { shortMomentText, sizeText, timeText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { numberSupply } from '../../ui/number-supply.ts';
import { Progress } from '../../ui/Progress.tsx';
import { StatePill } from '../../ui/StatePill.tsx';
import { lineWords } from '../../ui/shell/line-words.ts';
import { useNow } from '../../ui/shell/use-now.ts';
import { OutboxTable } from './OutboxTable.tsx';

function LineCard({ line, now }: { readonly line: LineStatus; readonly now: Date }) {
  const t = useText();
  const { tryLineNow } = useActions();
  const [trying, setTrying] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { meaning, words } = lineWords(t, line, now);

  const tryNow = async () => {
    setTrying(true);
    const tried = await tryLineNow();
    setFailure(tried.ok ? null : tried.failure);
    setTrying(false);
  };

  return (
    <Card label={t('lineScreen.title')}>
      <div className="row">
        <StatePill meaning={meaning}>{words}</StatePill>
        <span className="push quiet">
          {line.lastHeardAt === null
            ? t('lineScreen.neverHeard')
            : t('lineScreen.measuredAt', { at: shortMomentText(line.lastHeardAt, now) })}
        </span>
      </div>
      <p style={{ margin: '8px 0' }}>{t(`lineScreen.todo.${line.state}`)}</p>
      <div className="row">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={15} />}
          disabled={trying}
          onClick={() => void tryNow()}
        >
          {t('lineScreen.tryNow')}
        </Button>
        {trying && <Progress>{t('lineScreen.trying')}</Progress>}
        {!trying && line.nextTryAt !== null && line.state !== 'up' && line.state !== 'sending' && (
          <span className="quiet">{t('lineScreen.nextTry', { at: timeText(line.nextTryAt) })}</span>
        )}
      </div>
      {failure !== null && <FailureNote failure={failure} />}
    </Card>
  );
}

/** What the line really is, what waits, and what the city has said of each dossier. */
export function LineScreen() {
  const t = useText();
  const now = useNow(5000);
  const line = useDeskView((view) => view.line);
  const desk = useDeskView((view) => view.desk);
  const reference = useDeskView((view) => view.reference);
  const dossiers = [...(desk?.dossiers.values() ?? [])];
  const instant = Instant.parse(now.toISOString());
  const ofToday = dossiers.filter((dossier) => hanoiDate(dossier.receivedAt) === hanoiDate(instant));
  const complete = ofToday.filter((dossier) => dossier.city.kind === 'complete').length;
  const supply =
    desk === null || reference === null ? null : numberSupply(desk.leases, reference.calendar, instant);

  return (
    <>
      <div className="row">
        <h1>{t('lineScreen.title')}</h1>
        <span className="quiet">{t('lineScreen.safe')}</span>
      </div>
      <div className="line-figures">
        {line === null ? <Card>{t('words.loading')}</Card> : <LineCard line={line} now={now} />}
        <Card label={t('lineScreen.cityHas')}>
          <span className="quiet">{t('lineScreen.cityHas')}</span>
          <div className="line-number">
            {complete} <span className="quiet">{t('lineScreen.ofDossiers', { n: ofToday.length })}</span>
          </div>
          {line !== null && (
            <div className="quiet">
              {line.unsentEvents === 0 && line.unsentPages === 0
                ? t('lineScreen.nothingWaits')
                : t('lineScreen.waitingFacts', {
                    events: line.unsentEvents,
                    pages: line.unsentPages,
                    size: sizeText(line.unsentBytes),
                  })}
            </div>
          )}
          {line?.bytesPerSecond != null && (
            <div className="quiet">
              {t('lineScreen.rate', { rate: sizeText(Math.round(line.bytesPerSecond)) })}
            </div>
          )}
          {line?.secondsLeft != null && line.secondsLeft > 0 && (
            <div>
              {t('lineScreen.doneAbout', { at: timeText(new Date(now.getTime() + line.secondsLeft * 1000)) })}
            </div>
          )}
        </Card>
        <Card label={t('lineScreen.numbers')}>
          <span className="quiet">{t('lineScreen.numbers')}</span>
          {supply === null || reference === null ? (
            <p className="quiet">{t('words.loading')}</p>
          ) : (
            <>
              <div className="pair">
                {t('lineScreen.codesToday')} <b>{t('lineScreen.left', { n: supply.dossierCodesToday })}</b>
              </div>
              <div className="pair">
                {t('lineScreen.receipts', { series: reference.receipt.series })}{' '}
                <b>{t('lineScreen.left', { n: supply.receipts })}</b>
              </div>
              <div className="pair">
                {t('lineScreen.slips')} <b>{t('lineScreen.left', { n: supply.intakeSlips })}</b>
              </div>
              <div className="pair">
                {t('lineScreen.daysAhead')} <b>{t('lineScreen.days', { n: supply.workingDaysAhead })}</b>
              </div>
            </>
          )}
        </Card>
      </div>
      <OutboxTable dossiers={dossiers} now={now} />
    </>
  );
}
