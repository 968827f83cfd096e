import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ReportRow, shown } from '../../bench/report.ts';
import { type Kill, processOf, type Visit } from './visits.ts';

const home = resolve(import.meta.dirname, '../../..');

export const pointRows = (
  every: readonly string[],
  visits: readonly Visit[],
  killedAt: readonly Kill[],
): readonly ReportRow[] => {
  const points = new Set(visits.map(({ point }) => point));
  const inWindow = [...points].filter((point) => processOf(point) === 'window').length;
  return [
    shown('points in the build (before and after each await)', every.length, ''),
    shown('points that the script passes, in main', points.size - inWindow, ''),
    shown('points that the script passes, in the window', inWindow, ''),
    shown('visits: a point in one phase of the script', visits.length, ''),
    shown('points at which the power went', new Set(killedAt.map(({ point }) => point)).size, ''),
    shown('of these at a later hit than the first', killedAt.filter(({ hit }) => hit > 1).length, ''),
  ];
};

/** Names what was passed, killed at and never reached, one a line. */
export async function tellNames(
  every: readonly string[],
  visits: readonly Visit[],
  killedAt: readonly Kill[],
) {
  const reached = new Set(visits.map(({ point }) => point));
  const names = {
    killed: killedAt.map(({ phase, point, hit }) => `${phase}: ${point}, hit ${hit}`),
    passed: visits.map(({ phase, point, times }) => `${processOf(point)} ${phase}: ${point} × ${times}`),
    neverReached: every.filter((point) => !reached.has(point)),
  };
  await mkdir(join(home, 'out/chaos'), { recursive: true });
  const file = join(home, 'out/chaos/crash-points-names.json');
  await writeFile(file, `${JSON.stringify(names, null, 2)}\n`);
  console.log(`  ${names.neverReached.length} points were never reached; names in ${file}`);
}
