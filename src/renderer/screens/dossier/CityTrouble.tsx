import { Button } from '@mantine/core';
import { remedyOf } from '../../../shared/contracts/city/refusal-remedy.ts';
import { findRefusal } from '../../../shared/domain/dossier/city-standing.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { openConflicts } from '../../../shared/domain/dossier/open-conflicts.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { refusalSentence } from '../../text/sentence-by-code.ts';
import { useText } from '../../text/use-text.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Note } from '../../ui/Note.tsx';

/** What the city says against this dossier as it stands, who puts it right, and the way there. */
export function CityTrouble({
  dossier,
  mayResend,
}: {
  readonly dossier: DossierState;
  readonly mayResend: boolean;
}) {
  const t = useText();
  const goTo = useScreenState((state) => state.goTo);
  const refusal = findRefusal(dossier);
  if (openConflicts(dossier).length > 0) {
    return (
      <Note
        meaning="wrong"
        action={
          <Button
            size="xs"
            rightSection={<Kbd of="conflicts" />}
            onClick={() => goTo({ name: 'conflicts', dossierId: dossier.dossierId })}
          >
            {t('dossier.decide')}
          </Button>
        }
      >
        {t('dossier.conflict')}
      </Note>
    );
  }
  if (refusal !== null) {
    const support = remedyOf(refusal.refused.reasonCode) === 'support-mends';
    return (
      <Note meaning="wrong">
        <b>{t('dossier.cityRefused', { reason: refusalSentence(t, refusal.refused) })}</b>{' '}
        {mayResend ? t(support ? 'dossier.refusedSupport' : 'dossier.refusedDo') : t('dossier.refusedOther')}
      </Note>
    );
  }
  return dossier.status === 'withdrawn' ? <Note meaning="idle">{t('dossier.withdrawnNote')}</Note> : null;
}
