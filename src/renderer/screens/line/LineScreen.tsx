import './line-screen.css';
import { useMemo } from 'react';
import { hanoiDate } from '../../../shared/base/hanoi-time.ts';
import type { LineStatus } from '../../../shared/contracts/bridge/line-status.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { sizeText, timeText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { instantOf } from '../../ui/dossier/span-text.ts';
import { Progress, ProgressLine } from '../../ui/Progress.tsx';
import { useNow } from '../../ui/shell/use-now.ts';
import { BackupCard } from './backup/BackupCard.tsx';
import { CarryCard } from './carry/CarryCard.tsx';
import { LimitsCard } from './LimitsCard.tsx';
import { LineCard } from './LineCard.tsx';
import { OutboxTable } from './OutboxTable.tsx';
import { RefusedActsCard } from './RefusedActsCard.tsx';
import { SupplyCard } from './SupplyCard.tsx';

/** Counted from the city's signed words only. */
function CityHasCard({
  line,
  dossiers,
  now,
}: {
  readonly line: LineStatus | null;
  readonly dossiers: readonly DossierState[];
  readonly now: Date;
}) {
  const t = useText();
  const today = hanoiDate(instantOf(now));
  // The line tells of every piece of a page; the dossiers are the same meanwhile.
  const ofToday = useMemo(
    () => dossiers.filter((dossier) => hanoiDate(dossier.receivedAt) === today),
    [dossiers, today],
  );
  const complete = ofToday.filter((dossier) => dossier.city.kind === 'complete').length;
  return (
    <Card label={t('lineScreen.cityHas')} className="line-has">
      <span className="quiet">{t('lineScreen.cityHas')}</span>
      <div className="line-number">
        {complete} <span className="quiet">{t('lineScreen.ofDossiers', { n: ofToday.length })}</span>
      </div>
      {ofToday.length > 0 && (
        <ProgressLine share={complete / ofToday.length} label={t('lineScreen.cityHas')} />
      )}
      {line !== null && (
        <div className="quiet">
          {line.unsentEvents === 0 && line.unsentPages === 0
            ? t('lineScreen.nothingWaits')
            : t('lineScreen.waitingFacts', {
                dossiers: line.unsentDossiers,
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
  );
}

/** What the line really is, what waits, and what the city has said of each dossier. */
export function LineScreen() {
  const t = useText();
  const now = useNow(5000);
  const line = useDeskView((view) => view.line);
  const held = useDeskView((view) => view.desk?.dossiers);
  const dossiers = useMemo(() => [...(held?.values() ?? [])], [held]);
  return (
    <div className="line-screen">
      <div className="row">
        <h1>{t('lineScreen.title')}</h1>
        <span className="quiet">{t('lineScreen.safe')}</span>
      </div>
      <div className="line-figures">
        {line === null ? (
          <Card label={t('lineScreen.title')}>
            <Progress>{t('words.loading')}</Progress>
          </Card>
        ) : (
          <LineCard line={line} now={now} />
        )}
        <CityHasCard line={line} dossiers={dossiers} now={now} />
        <SupplyCard now={now} />
      </div>
      <div className="line-ways">
        <CarryCard line={line} now={now} />
        <BackupCard now={now} />
        <LimitsCard />
      </div>
      {line !== null && <RefusedActsCard acts={line.refusedActs} now={now} />}
      <OutboxTable dossiers={dossiers} now={now} />
    </div>
  );
}
