import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { ActionsContext } from './actions/actions-context.ts';
import { StartFailure } from './screens/start/StartFailure.tsx';
import { StoredViewsContext } from './state/use-stored.ts';
import { startTexts } from './text/i18n.ts';
import { DeskTheme } from './ui/theme/DeskTheme.tsx';
import { createDesk } from './wiring/create-desk.ts';
import { deskBridgeOfWindow } from './wiring/desk-bridge-of-window.ts';
import { publishNotices } from './wiring/publish.ts';
import { untilOpen } from './wiring/until-open.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// A defect outside React (a promise nobody waits for) is told, never swallowed; facts are safe in the journal.
window.addEventListener('unhandledrejection', (event) => {
  console.error(event.reason);
  publishNotices([{ code: 'unexpected', severity: 'look', facts: {} }]);
});

await startTexts();
const screen = createRoot(root);
/** Before there is a desk: theme and texts are all that this screen needs. */
const sayNotOpened = (): void =>
  screen.render(
    <StrictMode>
      <DeskTheme>
        <StartFailure alarm={{ code: 'copy-not-opened', severity: 'alarm', facts: {} }} />
      </DeskTheme>
    </StrictMode>,
  );

const desk = await untilOpen(createDesk(deskBridgeOfWindow()), sayNotOpened);
screen.render(
  <StrictMode>
    <ActionsContext value={desk.actions}>
      <StoredViewsContext value={desk.stored}>
        <DeskTheme>
          <App />
        </DeskTheme>
      </StoredViewsContext>
    </ActionsContext>
  </StrictMode>,
);
await desk.start();
