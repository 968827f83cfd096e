import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReportRow, shown } from '../../bench/report.ts';
import type { ChaosOutcome } from '../chaos-run.ts';
import { startToldCity } from '../told-city/start-told-city.ts';
import type { Violation } from '../violation.ts';
import { type DeskAtLine, openDeskAtLine } from './desk-at-line.ts';
import { violationRows } from './violation-rows.ts';

type DeskOptions = Omit<Parameters<typeof openDeskAtLine>[0], 'city' | 'n' | 'root'>;

/** A city and its desks without windows, in a folder of their own; what a run of chaos on the line begins and ends with. */
export async function openLineBranch(name: string, desksOfCity: number) {
  const startedMs = performance.now();
  const root = await mkdtemp(join(tmpdir(), `chaos-${name}-`));
  const city = await startToldCity(join(root, 'city'), desksOfCity);
  const desks: DeskAtLine[] = [];
  const violations: Violation[] = [];
  return {
    root,
    city,
    desks,
    violations,
    say: (rule: string, what: string): void => void violations.push({ rule, what }),
    /** The city's next desk. */
    addDesk: async (options: DeskOptions = {}): Promise<DeskAtLine> => {
      const desk = await openDeskAtLine({ ...options, city, n: desks.length + 1, root });
      desks.push(desk);
      return desk;
    },
    /** After the city's process has begun anew, somewhere else. */
    aimAll: (): void => {
      for (const { plug } of desks) plug.aim(city.address().url);
    },
    seconds: (): number => Math.round((performance.now() - startedMs) / 1000),
    /** Dossiers given to citizens at all desks. */
    given: (): number => desks.reduce((sum, desk) => sum + desk.ledger.given().length, 0),
    outcome: (rows: readonly ReportRow[]): ChaosOutcome => ({
      violations,
      rows: [
        ...rows,
        ...violationRows(violations),
        shown('seconds in all', (performance.now() - startedMs) / 1000, 's'),
      ],
    }),
    close: async (): Promise<void> => {
      for (const desk of desks) {
        await desk.kill();
        await desk.plug.close();
      }
      await city.kill();
      await rm(root, { recursive: true, force: true });
    },
  };
}
