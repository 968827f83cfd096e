import { type ReactNode, useMemo } from 'react';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { isProvisional } from '../../../shared/domain/dossier/provisional-code.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useStored } from '../../state/use-stored.ts';
import { dayText, momentText, sizeText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { ENOUGH_DAYS } from '../../ui/dossier/number-supply.ts';
import { shortageWords } from '../../ui/dossier/shortage-words.ts';
import { minutesSince, spanText } from '../../ui/dossier/span-text.ts';
import { useNumberSupply } from '../../ui/dossier/use-number-supply.ts';
import { lineWords } from '../../ui/shell/line-words.ts';
import { useRefusedCount } from '../../ui/shell/use-refused-count.ts';
import { type Meaning, meaningIcons } from '../../ui/theme/meanings.ts';
import { oldestUnsent } from './oldest-unsent.ts';
import { useReadiness } from './use-readiness.ts';

function Told({ meaning, children }: { readonly meaning: Meaning; readonly children: ReactNode }) {
  const Icon = meaningIcons[meaning];
  return (
    <li className={`told told-${meaning}`}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span>{children}</span>
    </li>
  );
}

/** Is the desk fit for the shift: catalogue, numbers, line, what is unsent. Only what is known. */
export function BeforeShift({
  dossiers,
  now,
}: {
  readonly dossiers: readonly DossierState[];
  readonly now: Date;
}) {
  const t = useText();
  const reference = useDeskView((view) => view.reference);
  const line = useDeskView((view) => view.line);
  const readingLeft = useStored().useReadingsWaiting();
  const supply = useNumberSupply(now);
  const provisional = useMemo(() => dossiers.filter(({ code }) => isProvisional(code)).length, [dossiers]);
  const oldest = useMemo(() => oldestUnsent(dossiers), [dossiers]);
  const findings = useReadiness(dossiers, oldest, now);
  const refused = useRefusedCount();
  const words = line === null ? null : lineWords(t, line, now, refused);

  return (
    <Card title={t('home.before')}>
      <ul className="told-list">
        {reference === null ? (
          <Told meaning="look">{t('home.noReference')}</Told>
        ) : (
          <Told meaning="done">
            {t('home.reference', { version: reference.version, date: dayText(reference.effectiveFrom) })}
          </Told>
        )}
        {findings.map(({ code, level, facts }) => (
          <Told key={code} meaning={level}>
            {t(`home.ready.${code}`, {
              ...facts,
              size: sizeText(Number(facts.bytes ?? 0)),
              until: facts.until === undefined ? '' : momentText(String(facts.until)),
            })}
          </Told>
        ))}
        {reference?.sample === true && <Told meaning="look">{t('home.sample')}</Told>}
        {supply?.shortages.map((shortage) => (
          <Told key={shortage.kind} meaning={shortage.level === 'low' ? 'look' : 'wrong'}>
            {shortageWords(t, shortage)}
          </Told>
        ))}
        {provisional > 0 && <Told meaning="moving">{t('supply.waiting', { n: provisional })}</Told>}
        {supply !== null && (
          <>
            <Told meaning={supply.receipts > 0 && supply.intakeSlips > 0 ? 'done' : 'look'}>
              {t('home.numbers', {
                codes: supply.dossierCodesToday,
                receipts: supply.receipts,
                slips: supply.intakeSlips,
              })}
            </Told>
            {supply.workingDaysAhead >= ENOUGH_DAYS && (
              <Told meaning="done">{t('home.ahead', { n: supply.workingDaysAhead })}</Told>
            )}
          </>
        )}
        {words !== null && <Told meaning={words.meaning}>{words.words}</Told>}
        {oldest === null ? (
          <Told meaning="done">{t('home.allSent')}</Told>
        ) : (
          <Told meaning="moving">
            {t('home.unsentAge', { span: spanText(t, minutesSince(oldest, now)) })}
          </Told>
        )}
        {readingLeft > 0 && <Told meaning="moving">{t('home.readingLeft', { n: readingLeft })}</Told>}
      </ul>
    </Card>
  );
}
