import { useDeskView } from '../../state/desk-view.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { ENOUGH_DAYS } from '../../ui/dossier/number-supply.ts';
import { useNumberSupply } from '../../ui/dossier/use-number-supply.ts';
import { StatePill } from '../../ui/StatePill.tsx';

/** Numbers lent by the city: how long the desk can go on without a line. */
export function SupplyCard({ now }: { readonly now: Date }) {
  const t = useText();
  const series = useDeskView((view) => view.reference?.receipt.series ?? '');
  const supply = useNumberSupply(now);
  if (supply === null) {
    return (
      <Card label={t('lineScreen.numbers')}>
        <span className="quiet">{t('lineScreen.numbers')}</span>
        <p className="quiet">{t('lineScreen.noNumbers')}</p>
      </Card>
    );
  }
  const enough = supply.workingDaysAhead >= ENOUGH_DAYS;
  return (
    <Card label={t('lineScreen.numbers')}>
      <span className="quiet">{t('lineScreen.numbers')}</span>
      <div className="pair">
        {t('lineScreen.codesToday')} <b>{t('lineScreen.left', { n: supply.dossierCodesToday })}</b>
      </div>
      <div className="pair">
        {t('lineScreen.receipts', { series })} <b>{t('lineScreen.left', { n: supply.receipts })}</b>
      </div>
      <div className="pair">
        {t('lineScreen.slips')} <b>{t('lineScreen.left', { n: supply.intakeSlips })}</b>
      </div>
      <div className="pair">
        {t('lineScreen.daysAhead')}{' '}
        <StatePill meaning={enough ? 'done' : 'look'}>
          {t('lineScreen.days', { n: supply.workingDaysAhead })}
        </StatePill>
      </div>
    </Card>
  );
}
