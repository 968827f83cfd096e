import { useText } from '../../text/use-text.ts';
import { Progress } from '../../ui/Progress.tsx';
import { Gate } from './Gate.tsx';

/** Until main has answered `desk:start` and the working copy is level with the journal. */
export function Opening() {
  const t = useText();
  return (
    <Gate title={t('shell.brand')}>
      <Progress>{t('start.opening')}</Progress>
    </Gate>
  );
}
