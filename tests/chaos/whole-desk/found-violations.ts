import { atMost, type ReportRow } from '../../bench/report.ts';
import type { Violation } from '../violation.ts';

const RULES: readonly (readonly [string, string])[] = [
  ['I1', 'I1 acknowledged dossiers lost or changed'],
  ['I2', 'I2 shown or printed receipts and slips without their one dossier'],
  ['I3', 'I3 numbers given twice'],
  ['I4', 'I4 dossiers and pages that the city has not exactly once'],
  ['I5', 'I5 events whose chain, hash or signature is wrong'],
  ['I6', 'I6 dossiers unreachable from the screen'],
  ['I7', 'I7 queues that do not empty'],
  ['script', 'steps of the script that found no way on'],
];

/** Every violation of a run, once; said when it is found. */
export function createFoundViolations() {
  const found = new Map<string, Violation>();
  return {
    keep: (violations: readonly Violation[]): void => {
      for (const violation of violations) {
        const key = `${violation.rule} ${violation.what}`;
        if (!found.has(key)) console.log(`  ✘ ${key}`);
        found.set(key, violation);
      }
    },
    all: (): readonly Violation[] => [...found.values()],
    /** One row a rule: none may be broken. */
    rows: (): readonly ReportRow[] =>
      RULES.map(([rule, what]) =>
        atMost(what, [...found.values()].filter((each) => each.rule === rule).length, '', 0),
      ),
  };
}
export type FoundViolations = ReturnType<typeof createFoundViolations>;
