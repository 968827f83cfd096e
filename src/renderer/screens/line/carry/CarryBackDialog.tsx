import { useState } from 'react';
import type { Failure } from '../../../../shared/base/result.ts';
import type { CarryTaken } from '../../../../shared/contracts/bridge/carry.ts';
import { useActions } from '../../../actions/actions-context.ts';
import { useText } from '../../../text/use-text.ts';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { LineDialog } from '../LineDialog.tsx';
import { StickChoice } from './StickChoice.tsx';
import { TakenReport } from './TakenReport.tsx';

type Step =
  | { readonly at: 'choose'; readonly failure: Failure | null }
  | { readonly at: 'taking' }
  | { readonly at: 'taken'; readonly taken: Extract<CarryTaken, { outcome: 'taken' }> };

/** Takes the city's answers from a stick: which stick, then what the city confirmed. */
export function CarryBackDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { carry } = useActions();
  const [step, setStep] = useState<Step>({ at: 'choose', failure: null });

  const take = async (driveId: string | null) => {
    setStep({ at: 'taking' });
    const taken = await carry.take(driveId);
    if (!taken.ok) setStep({ at: 'choose', failure: taken.failure });
    else if (taken.value.outcome === 'taken') setStep({ at: 'taken', taken: taken.value });
    else setStep({ at: 'choose', failure: null });
  };

  return (
    <LineDialog title={t('carry.backTitle')} held={step.at === 'taking'} onClose={onClose}>
      {step.at === 'choose' && (
        <>
          {step.failure !== null && <FailureNote failure={step.failure} />}
          <p>{t('carry.whichStickBack')}</p>
          <StickChoice
            label={t('carry.whichStick')}
            action={t('carry.take')}
            onChosen={(driveId) => void take(driveId)}
          />
        </>
      )}
      {step.at === 'taking' && <Progress>{t('carry.taking')}</Progress>}
      {step.at === 'taken' && (
        <TakenReport
          taken={step.taken}
          onAgain={() => setStep({ at: 'choose', failure: null })}
          onClose={onClose}
        />
      )}
    </LineDialog>
  );
}
