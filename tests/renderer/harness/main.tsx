import { IconHome } from '@tabler/icons-react';
import { createRoot } from 'react-dom/client';
import { IntakeScreen } from '../../../src/renderer/screens/intake/IntakeScreen.tsx';
import { SignInScreen } from '../../../src/renderer/screens/sign-in/SignInScreen.tsx';
import { StartScreen } from '../../../src/renderer/screens/start/StartScreen.tsx';
import { useDeskView } from '../../../src/renderer/state/desk-view.ts';
import { useScreenState } from '../../../src/renderer/state/screen-state.ts';
import { startTexts } from '../../../src/renderer/text/i18n.ts';
import { EmptyState } from '../../../src/renderer/ui/EmptyState.tsx';
import { DeskShell } from '../../../src/renderer/ui/shell/DeskShell.tsx';
import { FakeDesk, signInAs } from './fake-desk.tsx';
import { officers, reference, startReport } from './sample-desk.ts';

/** `?at=locked|new-passphrase-needed|not-enrolled|failed|sign-in|desk|supervisor`: where to begin. */
const at = new URLSearchParams(location.search).get('at') ?? 'desk';
startTexts('vi');
if (at === 'desk') signInAs(officers[0] ?? null);
else if (at === 'supervisor') signInAs(officers[2] ?? null);
else if (at === 'sign-in') signInAs(null);
else if (at === 'failed') {
  useDeskView.setState({ notices: [{ code: 'journal-damaged', severity: 'alarm', facts: {} }] });
} else useDeskView.setState({ start: startReport(null, at as 'locked'), reference });

function Harness() {
  const ready = useDeskView((view) => view.start?.status === 'ready');
  const signedIn = useDeskView((view) => view.desk?.signedIn ?? null);
  const place = useScreenState((state) => state.place);
  if (!ready) return <StartScreen />;
  if (signedIn === null) return <SignInScreen />;
  return (
    <DeskShell>
      {place.name === 'intake' ? (
        <IntakeScreen key={place.draftId} draftId={place.draftId} />
      ) : (
        <EmptyState icon={IconHome} title={place.name} />
      )}
    </DeskShell>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <FakeDesk>
    <Harness />
  </FakeDesk>,
);
