import { AmountVnd } from '../../base/money.ts';
import type { FeeLine } from './receipt.ts';

/** Sum of unit times quantity, in whole đồng. */
export const sumOfLines = (lines: readonly FeeLine[]): number =>
  lines.reduce((sum, line) => sum + line.unitVnd * line.quantity, 0);

/** The sum as an amount, null when it is more than a receipt can hold. */
export function findTotal(lines: readonly FeeLine[]): AmountVnd | null {
  const parsed = AmountVnd.safeParse(sumOfLines(lines));
  return parsed.success ? parsed.data : null;
}

/** Same fees for the payer: name, unit and quantity; who checked them may differ. */
export const sameFees = (left: readonly FeeLine[], right: readonly FeeLine[]): boolean =>
  left.length === right.length &&
  left.every((line, index) => {
    const other = right[index];
    return line.name === other?.name && line.unitVnd === other.unitVnd && line.quantity === other.quantity;
  });
