import { Button } from '@mantine/core';
import type { Failure } from '../../../shared/base/result.ts';
import { useText } from '../../text/use-text.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Gate } from './Gate.tsx';

/** The desk could not be opened at all: what happened, what to do, and one button. */
export function StartFailure({
  failure,
  onRetry,
}: {
  readonly failure: Failure;
  readonly onRetry: () => void;
}) {
  const t = useText();
  return (
    <Gate title={t('start.failed')}>
      <p className="quiet">{t('start.failedSafe')}</p>
      <FailureNote failure={failure} />
      <Button autoFocus onClick={onRetry}>
        {t('words.retry')}
      </Button>
    </Gate>
  );
}
