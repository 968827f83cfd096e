import type { Procedure } from '../procedure/procedure.ts';
import type { FeeLine } from '../receipt/receipt.ts';
import { findTotal } from '../receipt/total-of.ts';
import type { DraftProblem } from './intake-draft.ts';

/** The catalogue vouches for exactly this name and amount. */
const isConfirmed = (line: FeeLine, procedure: Procedure | null): boolean =>
  procedure?.fees.some((fee) => fee.confirmed && fee.name === line.name && fee.amountVnd === line.unitVnd) ??
  false;

/** Whatever the catalogue does not vouch for must have been checked by the officer. */
export function checkFees(lines: readonly FeeLine[], procedure: Procedure | null): DraftProblem[] {
  const problems: DraftProblem[] = lines
    .filter((line) => !line.checkedByOfficer && !isConfirmed(line, procedure))
    .map((line) => ({ code: 'fee-not-checked', place: 'fees', facts: { name: line.name } }));
  if (lines.some((line) => line.name.trim() === ''))
    problems.push({ code: 'fee-without-name', place: 'fees' });
  if (findTotal(lines) === null) problems.push({ code: 'fees-too-large', place: 'fees' });
  return problems;
}
