import type { ReactElement } from 'react';
import { ConflictsScreen } from './screens/conflicts/ConflictsScreen.tsx';
import { DayScreen } from './screens/day/DayScreen.tsx';
import { DossierScreen } from './screens/dossier/DossierScreen.tsx';
import { DossiersScreen } from './screens/dossiers/DossiersScreen.tsx';
import { HomeScreen } from './screens/home/HomeScreen.tsx';
import { IntakeScreen } from './screens/intake/IntakeScreen.tsx';
import { LineScreen } from './screens/line/LineScreen.tsx';
import { SignInScreen } from './screens/sign-in/SignInScreen.tsx';
import { SignOffScreen } from './screens/sign-off/SignOffScreen.tsx';
import { StartScreen } from './screens/start/StartScreen.tsx';
import { useDeskView } from './state/desk-view.ts';
import { type Place, useScreenState } from './state/screen-state.ts';
import { DeskShell } from './ui/shell/DeskShell.tsx';

function screenOf(place: Place): ReactElement {
  switch (place.name) {
    case 'home':
      return <HomeScreen />;
    case 'intake':
      return <IntakeScreen key={place.draftId} draftId={place.draftId} />;
    case 'dossiers':
      return <DossiersScreen />;
    case 'dossier':
      return <DossierScreen key={place.dossierId} dossierId={place.dossierId} />;
    case 'sign-off':
      return <SignOffScreen />;
    case 'conflicts':
      return <ConflictsScreen dossierId={place.dossierId} />;
    case 'line':
      return <LineScreen />;
    case 'day':
      return <DayScreen />;
  }
}

/** Start screens until the desk is open, then the sign-in, then the place that the officer works at. */
export function App() {
  const ready = useDeskView((view) => view.start?.status === 'ready');
  const signedIn = useDeskView((view) => view.desk?.signedIn ?? null);
  const place = useScreenState((state) => state.place);
  if (!ready) return <StartScreen />;
  if (signedIn === null) return <SignInScreen />;
  return <DeskShell>{screenOf(place)}</DeskShell>;
}
