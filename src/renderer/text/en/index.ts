import type { vi } from '../vi/index.ts';
import { cityStanding } from './city-standing.ts';
import { failures } from './failures.ts';
import { intake } from './intake.ts';
import { line } from './line.ts';
import { lineScreen } from './line-screen.ts';
import { notices } from './notices.ts';
import { pages } from './pages.ts';
import { paperFields } from './paper-fields.ts';
import { problems } from './problems.ts';
import { result } from './result.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { start } from './start.ts';
import { remedies, states, unknown, words } from './words.ts';

/** English, the second language. */
export const en: typeof vi = {
  cityStanding,
  failures,
  intake,
  line,
  lineScreen,
  notices,
  pages,
  paperFields,
  problems,
  remedies,
  result,
  shell,
  signIn,
  start,
  states,
  unknown,
  words,
};
