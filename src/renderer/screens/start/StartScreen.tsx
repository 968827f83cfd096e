import { useDeskView } from '../../state/desk-view.ts';
import { EnrolScreen } from './EnrolScreen.tsx';
import { Opening } from './Opening.tsx';
import { PassphraseScreen } from './PassphraseScreen.tsx';
import { StartFailure } from './StartFailure.tsx';

/** What stands between a started program and an open desk. */
export function StartScreen() {
  const status = useDeskView((view) => view.start?.status ?? null);
  const alarm = useDeskView((view) => view.notices.find((notice) => notice.severity === 'alarm'));
  switch (status) {
    case 'locked':
      return <PassphraseScreen isNew={false} />;
    case 'new-passphrase-needed':
      return <PassphraseScreen isNew />;
    case 'not-enrolled':
      return <EnrolScreen />;
    default:
      // Main could not answer at all: its failure came as an alarm.
      return alarm === undefined ? <Opening /> : <StartFailure alarm={alarm} />;
  }
}
