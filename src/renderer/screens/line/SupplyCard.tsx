import { Stack } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { ENOUGH_DAYS } from '../../ui/dossier/number-supply.ts';
import { shortageWords } from '../../ui/dossier/shortage-words.ts';
import { useNumberSupply } from '../../ui/dossier/use-number-supply.ts';
import { Note } from '../../ui/Note.tsx';
import { StatePill } from '../../ui/StatePill.tsx';

/** Numbers lent by the city: how long the desk can go on without a line. */
export function SupplyCard({ now }: { readonly now: Date }) {
  const t = useText();
  const supply = useNumberSupply(now);
  if (supply === null) {
    return (
      <Card label={t('lineScreen.numbers')}>
        <span className="quiet">{t('lineScreen.numbers')}</span>
        <p className="quiet">{t('lineScreen.noNumbers')}</p>
      </Card>
    );
  }
  const leftFor = (n: number, days: number): string =>
    `${t('lineScreen.left', { n })} · ${t('supply.daysOf', { n: days })}`;
  const enough = supply.workingDaysAhead >= ENOUGH_DAYS;
  return (
    <Card label={t('lineScreen.numbers')}>
      <span className="quiet">{t('lineScreen.numbers')}</span>
      <div className="pair">
        {t('lineScreen.codesToday')} <b>{t('lineScreen.left', { n: supply.dossierCodesToday })}</b>
      </div>
      <div className="pair">
        {t('lineScreen.receipts', { series: supply.series })}{' '}
        <b>{leftFor(supply.receipts, supply.receiptDays)}</b>
      </div>
      <div className="pair">
        {t('lineScreen.slips')} <b>{leftFor(supply.intakeSlips, supply.slipDays)}</b>
      </div>
      <div className="pair">
        {t('lineScreen.daysAhead')}{' '}
        <StatePill meaning={enough ? 'done' : 'look'}>
          {t('lineScreen.days', { n: supply.workingDaysAhead })}
        </StatePill>
      </div>
      {supply.shortages.length > 0 && (
        <Stack gap={6} mt={4}>
          {supply.shortages.map((shortage) => (
            <Note key={shortage.kind} meaning={shortage.level === 'low' ? 'look' : 'wrong'}>
              {shortageWords(t, shortage)}
            </Note>
          ))}
        </Stack>
      )}
    </Card>
  );
}
