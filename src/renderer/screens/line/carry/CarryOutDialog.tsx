import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../../shared/base/result.ts';
import type { CarryProgress, CarryWritten } from '../../../../shared/contracts/bridge/carry.ts';
import type { LineStatus } from '../../../../shared/contracts/bridge/line-status.ts';
import { useActions } from '../../../actions/actions-context.ts';
import { sizeText } from '../../../text/dates-and-money.ts';
import { useText } from '../../../text/use-text.ts';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { LineDialog } from '../LineDialog.tsx';
import { StickChoice } from './StickChoice.tsx';
import { WrittenReport } from './WrittenReport.tsx';

type Step =
  | { readonly at: 'choose'; readonly failure: Failure | null; readonly stopped: boolean }
  | { readonly at: 'writing' }
  | { readonly at: 'written'; readonly written: Extract<CarryWritten, { outcome: 'written' }> };

/** Copies what is unsent to a stick: which stick, how far, what to do next. */
export function CarryOutDialog({
  line,
  onClose,
}: {
  readonly line: LineStatus | null;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { carry } = useActions();
  const [step, setStep] = useState<Step>({ at: 'choose', failure: null, stopped: false });
  const [progress, setProgress] = useState<CarryProgress | null>(null);
  const [stopping, setStopping] = useState(false);
  useEffect(() => carry.onProgress(setProgress), [carry]);

  const write = async (driveId: string | null) => {
    setProgress(null);
    setStopping(false);
    setStep({ at: 'writing' });
    const written = await carry.write(driveId);
    if (!written.ok) setStep({ at: 'choose', failure: written.failure, stopped: false });
    else if (written.value.outcome === 'written') setStep({ at: 'written', written: written.value });
    else setStep({ at: 'choose', failure: null, stopped: written.value.outcome === 'cancelled' });
  };
  const share = progress === null ? undefined : progress.doneBytes / Math.max(1, progress.totalBytes);
  const nothing = line !== null && line.unsentEvents === 0 && line.unsentPages === 0;

  return (
    <LineDialog title={t('carry.outTitle')} held={step.at === 'writing'} onClose={onClose}>
      {step.at === 'choose' && (
        <>
          {step.failure !== null && <FailureNote failure={step.failure} />}
          {step.stopped && <Note meaning="idle">{t('carry.stopped')}</Note>}
          <p>
            {nothing || line === null
              ? t('carry.nothingGoes')
              : t('carry.whatGoes', {
                  dossiers: line.unsentDossiers,
                  events: line.unsentEvents,
                  pages: line.unsentPages,
                  size: sizeText(line.unsentBytes),
                })}
          </p>
          <p className="quiet">{t('carry.sealed')}</p>
          <StickChoice
            label={t('carry.whichStick')}
            action={t('carry.write')}
            disabled={nothing}
            onChosen={(driveId) => void write(driveId)}
          />
        </>
      )}
      {step.at === 'writing' && (
        <>
          {share === undefined ? (
            <Progress>{t('carry.writingBegins')}</Progress>
          ) : (
            <Progress share={share}>{t('carry.writing', { percent: Math.floor(share * 100) })}</Progress>
          )}
          <div className="row">
            <Button
              variant="default"
              className="push"
              autoFocus
              disabled={stopping}
              onClick={() => {
                setStopping(true);
                void carry.cancel();
              }}
            >
              {t('carry.stop')}
            </Button>
          </div>
        </>
      )}
      {step.at === 'written' && <WrittenReport written={step.written} onClose={onClose} />}
    </LineDialog>
  );
}
