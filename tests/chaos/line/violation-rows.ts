import { atMost, type ReportRow } from '../../bench/report.ts';
import type { Violation } from '../violation.ts';

const RULES: readonly (readonly [string, string])[] = [
  ['I1', 'I1 acknowledged dossiers lost or changed'],
  ['I2', 'I2 printed papers without their one dossier'],
  ['I3', 'I3 numbers given twice or gone astray'],
  ['I4', 'I4 dossiers and pages that the city has not exactly once'],
  ['I5', 'I5 events whose chain, hash or signature is wrong'],
  ['I6', 'I6 dossiers unreachable from the screen'],
  ['I7', 'I7 queues that do not empty'],
  ['truth', 'untrue words on the screen about line, clock or city'],
  ['script', 'steps of the script that found no way on'],
];

/** One row a rule, each with the bound that nothing broke it. */
export const violationRows = (violations: readonly Violation[]): readonly ReportRow[] =>
  RULES.map(([rule, what]) => atMost(what, violations.filter((each) => each.rule === rule).length, '', 0));
