import type { ReactNode } from 'react';
import type { DayStanding } from '../../../shared/domain/day/reconcile-day.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { meaningIcons } from '../../ui/theme/meanings.ts';

/** Paper = desk = city, with a sign between them that tells whether it holds. */
export function CountsCard({
  standing,
  paper,
  children,
}: {
  readonly standing: DayStanding;
  readonly paper: number | null;
  /** Where the paper's count is typed. */
  readonly children: ReactNode;
}) {
  const t = useText();
  const { deskCount, cityCount } = standing;
  return (
    <Card label={t('day.counts')} className="day-counts">
      <div>
        <span className="quiet">{t('day.paper')}</span>
        {children}
      </div>
      <Between same={paper === null ? null : paper === deskCount} />
      <div>
        <span className="quiet">{t('day.desk')}</span>
        <b className="day-number">{deskCount}</b>
      </div>
      <Between same={deskCount === cityCount} />
      <div>
        <span className="quiet">{t('day.city')}</span>
        <b className="day-number">{cityCount}</b>
      </div>
    </Card>
  );
}

/** @param same null: not known yet */
function Between({ same }: { readonly same: boolean | null }) {
  const t = useText();
  const meaning = same === null ? 'quiet' : same ? 'done' : 'look';
  const words = same === null ? t('day.notCounted') : same ? t('day.same') : t('day.differ');
  const Icon = same === null ? null : meaningIcons[same ? 'done' : 'look'];
  return (
    <div className={`day-between day-${meaning}`}>
      <span className="day-sign" aria-hidden="true">
        {same === false ? '≠' : '='}
      </span>
      <span className="row">
        {Icon !== null && <Icon size={15} aria-hidden="true" />}
        {words}
      </span>
    </div>
  );
}
