import { createRoot } from 'react-dom/client';
import { App } from '../../../src/renderer/App.tsx';
import { type Place, useScreenState } from '../../../src/renderer/state/screen-state.ts';
import { startTexts } from '../../../src/renderer/text/i18n.ts';
import type { LineStatus } from '../../../src/shared/contracts/bridge/line-status.ts';
import { busyDay, manyDossiers, openDrafts } from './busy-day.ts';
import { conflictDay } from './conflict-day.ts';
import { createDeskDay, dossierIdOf, dung, ha } from './desk-day.ts';
import { FakeDesk, useKept } from './fake-desk.tsx';
import { memoryActions, showDesk } from './memory-desk.ts';
import { lineDown, sampleRefusedActs } from './sample-desk.ts';

/** `?who=ha|dung&day=busy|empty|many&place=home|dossiers|dossier|sign-off|line&dossier=5&line=sending|refusing&acts=3&lang=en`. */
const asked = new URLSearchParams(location.search);
const now = new Date();
const who = asked.get('who') === 'dung' ? dung : ha;
const day = asked.get('day') ?? 'busy';
startTexts(asked.get('lang') === 'en' ? 'en' : 'vi');

function emptyDay() {
  const started = createDeskDay(now);
  started.open();
  started.signIn(who);
  return started.state();
}
const quiet: LineStatus = {
  ...lineDown(),
  state: 'up',
  lastHeardAt: now.toISOString(),
  unsentEvents: 0,
  unsentDossiers: 0,
  unsentPages: 0,
  unsentBytes: 0,
};
const refusing: LineStatus = {
  ...quiet,
  refusedActs: sampleRefusedActs(now, Number(asked.get('acts') ?? 3)),
};
const sending: LineStatus = {
  ...lineDown(),
  state: 'sending',
  lastHeardAt: now.toISOString(),
  bytesPerSecond: 12_000,
  secondsLeft: 380,
};
showDesk(
  day === 'conflicts'
    ? conflictDay(now, who)
    : day === 'empty'
      ? emptyDay()
      : day === 'many'
        ? manyDossiers(now, 1500)
        : busyDay(now, who),
  asked.get('line') === 'refusing'
    ? refusing
    : day === 'empty'
      ? quiet
      : asked.get('line') === 'sending'
        ? sending
        : lineDown(),
);
if (day === 'busy')
  useKept.setState({ drafts: new Map(openDrafts(now).map((draft) => [draft.draftId, draft])) });
const name = asked.get('place') ?? 'home';
const place =
  name === 'conflicts'
    ? { name, dossierId: null }
    : name === 'dossier'
      ? { name, dossierId: dossierIdOf(Number(asked.get('dossier') ?? 5)) }
      : { name };
// Asked for by hand in the address: what is no place shows as a defect at once.
useScreenState.setState({ place: place as Place });

const root = document.getElementById('root');
if (root === null) throw new Error('desk-day.html has no #root');
createRoot(root).render(
  <FakeDesk actions={memoryActions}>
    <App />
  </FakeDesk>,
);
