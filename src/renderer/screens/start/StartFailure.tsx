import { Button } from '@mantine/core';
import type { StartNotice } from '../../../shared/contracts/bridge/start-report.ts';
import { useText } from '../../text/use-text.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Gate } from '../../ui/gate/Gate.tsx';

/** The desk could not be opened at all: what happened, what to do, and one button. */
export function StartFailure({ alarm }: { readonly alarm: StartNotice }) {
  const t = useText();
  return (
    <Gate title={t('start.failed')} quiet>
      <p className="quiet">{t('start.failedSafe')}</p>
      <FailureNote failure={{ code: alarm.code, remedy: 'call-support', facts: alarm.facts }} />
      <Button autoFocus onClick={() => window.location.reload()}>
        {t('words.retry')}
      </Button>
    </Gate>
  );
}
