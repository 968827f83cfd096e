import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { DeskActions } from '../../../src/renderer/actions/desk-actions.ts';
import { IntakeScreen } from '../../../src/renderer/screens/intake/IntakeScreen.tsx';
import { useScreenState } from '../../../src/renderer/state/screen-state.ts';
import { startTexts } from '../../../src/renderer/text/i18n.ts';
import { DeskShell } from '../../../src/renderer/ui/shell/DeskShell.tsx';
import { called, FakeDesk, signInAs, useKept } from './fake-desk.tsx';
import { officers } from './sample-desk.ts';

function Counter() {
  const place = useScreenState((state) => state.place);
  return (
    <DeskShell>
      {place.name === 'intake' ? <IntakeScreen key={place.draftId} draftId={place.draftId} /> : null}
    </DeskShell>
  );
}

/** The counter with nothing on it yet: a reception officer has signed in, F2 begins a dossier. */
export async function openCounter(actions: Partial<DeskActions> = {}): Promise<void> {
  await page.viewport(1366, 768);
  localStorage.clear();
  called.length = 0;
  useKept.setState({ drafts: new Map(), readings: new Map() });
  useScreenState.setState({ place: { name: 'home' } });
  startTexts('vi');
  signInAs(officers[0] ?? null);
  await render(
    <FakeDesk actions={actions}>
      <Counter />
    </FakeDesk>,
  );
}
