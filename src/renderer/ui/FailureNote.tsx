import { IconAlertTriangle, IconHeadset } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Failure } from '../../shared/base/result.ts';
import { failureSentence, remedyWord } from '../text/sentence-by-code.ts';
import { useText } from '../text/use-text.ts';

/** A failure as a sentence that says what to do; `subject` = the file or dossier it is about. */
export function FailureNote({
  failure,
  subject,
  action,
}: {
  readonly failure: Failure;
  readonly subject?: string;
  readonly action?: ReactNode;
}) {
  const t = useText();
  const support = failure.remedy === 'call-support';
  const Icon = support ? IconHeadset : IconAlertTriangle;
  return (
    <div className={`note ${support ? 'note-wrong' : 'note-look'}`} role="alert" data-failure={failure.code}>
      <Icon size={17} aria-hidden="true" />
      <div className="note-text">
        {subject !== undefined && <b className="note-subject">{subject}</b>}
        <span>{failureSentence(t, failure)}</span>{' '}
        {support && <span className="small">{remedyWord(t, failure.remedy)}</span>}
      </div>
      {action}
    </div>
  );
}
