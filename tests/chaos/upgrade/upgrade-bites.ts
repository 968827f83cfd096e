import type { Bite } from '../bites/bite.ts';
import { runUpgrade } from './run-upgrade.ts';

/** What carries an older profile and an older city over, off, one at a time: the run must find it. */
export const UPGRADE_BITES: readonly Bite<'first-profiles-opened' | 'older-city-brought-up'>[] = [
  {
    off: 'first-profiles-opened',
    means: 'a profile that bears no form yet is taken for one that this program must not open',
    run: 'upgrade',
    breaks: 'I1',
    bite: (seed) => runUpgrade({ seed, runs: 1, without: 'first-profiles-opened' }),
  },
  {
    off: 'older-city-brought-up',
    means: "today's city does not know of an older one's dossiers without pages that they are whole",
    run: 'upgrade',
    breaks: 'I4',
    bite: (seed) =>
      runUpgrade({ seed, runs: 1, migrationNeverMade: '012-whole-without-pages.sql', drainMs: 60_000 }),
  },
];
