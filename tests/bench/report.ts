import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** One measured thing. `bound` says in words what it must keep, null when it is only shown; `holds` whether it does. */
export type ReportRow = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly bound: string | null;
  readonly holds: boolean;
};

const HOME = resolve(import.meta.dirname, '../..');

export const shown = (what: string, value: number, unit: string): ReportRow => ({
  what,
  value,
  unit,
  bound: null,
  holds: true,
});

export const atLeast = (what: string, value: number, unit: string, least: number): ReportRow => ({
  what,
  value,
  unit,
  bound: `>= ${least}`,
  holds: value >= least,
});

export const atMost = (what: string, value: number, unit: string, most: number): ReportRow => ({
  what,
  value,
  unit,
  bound: `<= ${most}`,
  holds: value <= most,
});

function table(rows: readonly ReportRow[]): string {
  const number = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
  const lines = rows.map(({ what, value, unit, bound, holds }) => [
    what,
    `${number.format(value)} ${unit}`.trim(),
    bound ?? '',
    bound === null ? '' : holds ? 'holds' : 'DOES NOT HOLD',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * Prints the rows as a table and writes them to `out/<kind>/<name>.json`. Gives the exit code: 1 when a bound does not
 * hold, or when there is no row, for a check that measured nothing has not passed.
 */
export async function report(
  kind: 'bench' | 'chaos',
  name: string,
  rows: readonly ReportRow[],
): Promise<0 | 1> {
  const folder = join(HOME, 'out', kind);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify({ rows }, null, 2)}\n`);
  console.log(`${kind} ${name}\n${table(rows)}`);
  return rows.length > 0 && rows.every((row) => row.holds) ? 0 : 1;
}
