import { useText } from '../../text/use-text.ts';
import { Gate } from '../../ui/gate/Gate.tsx';
import { Progress } from '../../ui/Progress.tsx';

/** Until main has answered `desk:start` and the working copy is level with the journal. */
export function Opening() {
  const t = useText();
  return (
    <Gate title={t('shell.brand')}>
      <Progress>{t('start.opening')}</Progress>
    </Gate>
  );
}
