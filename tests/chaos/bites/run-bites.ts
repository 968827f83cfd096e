import { atLeast } from '../../bench/report.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import { LINE_BITES } from '../line/line-bites.ts';
import { UPGRADE_BITES } from '../upgrade/upgrade-bites.ts';
import type { Violation } from '../violation.ts';
import { BITES } from './bites.ts';

/** Turns off one protection after the other: a run that then still finds nothing would prove nothing. */
export async function runBites({ seed }: ChaosOptions): Promise<ChaosOutcome> {
  const violations: Violation[] = [];
  const rows: ChaosOutcome['rows'][number][] = [];
  for (const { off, means, run, breaks, bite } of [...BITES, ...LINE_BITES, ...UPGRADE_BITES]) {
    console.log(`${off} off: ${means}`);
    const found = (await bite(seed)).violations.filter(({ rule }) => rule === breaks);
    rows.push(atLeast(`${off} off: ${run} finds ${breaks} broken`, found.length, '', 1));
    if (found.length === 0)
      violations.push({ rule: 'bites', what: `${run} does not notice that ${off} is off` });
  }
  return { rows, violations };
}
