import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { atMost, type ReportRow, shown } from '../../bench/report.ts';
import { partUnpassed } from './not-by-the-script.ts';
import { type Kill, processOf, type Visit } from './visits.ts';

const home = resolve(import.meta.dirname, '../../..');

export const pointRows = (
  every: readonly string[],
  visits: readonly Visit[],
  killedAt: readonly Kill[],
  /** Every part of the script was watched: what it does not pass must be known. */
  wide: boolean,
): readonly ReportRow[] => {
  const points = new Set(visits.map(({ point }) => point));
  const inWindow = [...points].filter((point) => processOf(point) === 'window').length;
  const { listed, left } = partUnpassed(every.filter((point) => !points.has(point)));
  const unknown = 'points neither passed nor listed with a reason';
  return [
    shown('points in the build (before and after each await)', every.length, ''),
    shown('points that the script passes, in main', points.size - inWindow, ''),
    shown('points that the script passes, in the window', inWindow, ''),
    shown('points not passed, listed with the reason (not-by-the-script.ts)', listed.length, ''),
    wide ? atMost(unknown, left.length, '', 0) : shown(unknown, left.length, ''),
    shown('visits: a point in one phase of the script', visits.length, ''),
    shown('points at which the power went', new Set(killedAt.map(({ point }) => point)).size, ''),
    shown('of these at a later hit than the first', killedAt.filter(({ hit }) => hit > 1).length, ''),
  ];
};

/** Names what was passed, killed at and never reached (`listed` with a reason, `left` without), one a line. */
export async function tellNames(
  every: readonly string[],
  visits: readonly Visit[],
  killedAt: readonly Kill[],
  wide: boolean,
): Promise<void> {
  const reached = new Set(visits.map(({ point }) => point));
  const names = {
    killed: killedAt.map(({ phase, point, hit }) => `${phase}: ${point}, hit ${hit}`),
    passed: visits.map(({ phase, point, times }) => `${processOf(point)} ${phase}: ${point} × ${times}`),
    ...partUnpassed(every.filter((point) => !reached.has(point))),
  };
  await mkdir(join(home, 'out/chaos'), { recursive: true });
  const file = join(home, 'out/chaos/crash-points-names.json');
  await writeFile(file, `${JSON.stringify(names, null, 2)}\n`);
  console.log(`  ${names.listed.length + names.left.length} points were never reached; names in ${file}`);
  if (wide) for (const point of names.left) console.log(`  ✘ neither passed nor listed: ${point}`);
}
