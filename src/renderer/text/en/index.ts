import type { vi } from '../vi/index.ts';
import { actRefusals } from './act-refusals.ts';
import { backup } from './backup.ts';
import { camera } from './camera.ts';
import { carry } from './carry.ts';
import { cityStanding } from './city-standing.ts';
import { conflicts } from './conflicts.ts';
import { day } from './day.ts';
import { dossier } from './dossier.ts';
import { dossiers } from './dossiers.ts';
import { failures } from './failures.ts';
import { fieldCheck } from './field-check.ts';
import { home } from './home.ts';
import { hotFolder } from './hot-folder.ts';
import { intake } from './intake.ts';
import { line } from './line.ts';
import { lineScreen } from './line-screen.ts';
import { notices } from './notices.ts';
import { pageCare } from './page-care.ts';
import { pages } from './pages.ts';
import { paperFields } from './paper-fields.ts';
import { paperKinds } from './paper-kinds.ts';
import { problems } from './problems.ts';
import { readingContradictions } from './reading-contradictions.ts';
import { refusals } from './refusals.ts';
import { result } from './result.ts';
import { scan } from './scan.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { signOff } from './sign-off.ts';
import { spans } from './spans.ts';
import { start } from './start.ts';
import { supply } from './supply.ts';
import { remedies, states, unknown, words } from './words.ts';

/** English, the second language. */
export const en: typeof vi = {
  actRefusals,
  backup,
  camera,
  carry,
  cityStanding,
  conflicts,
  day,
  dossier,
  dossiers,
  fieldCheck,
  home,
  signOff,
  spans,
  failures,
  hotFolder,
  intake,
  line,
  lineScreen,
  notices,
  pageCare,
  pages,
  paperFields,
  paperKinds,
  problems,
  readingContradictions,
  refusals,
  remedies,
  result,
  scan,
  shell,
  signIn,
  start,
  states,
  supply,
  unknown,
  words,
};
