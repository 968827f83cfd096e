import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atLeast, atMost, shown } from '../../bench/report.ts';
import type { SwitchName } from '../chaos-build/switches.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';

const LIMIT_MS = 120_000;

/** Two writers decide on the same journal at the same time, each taking the next number: none may be taken twice. */
export async function runTwoWriters(
  options: ChaosOptions & { readonly off?: SwitchName },
): Promise<ChaosOutcome> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(import.meta.dirname, 'writers-program.ts'),
      '--seed',
      String(options.seed),
      '--runs',
      String(options.runs),
      ...(options.off === undefined ? [] : ['--without', options.off]),
    ],
    { timeout: LIMIT_MS },
  );
  const { numbers, twice, moved } = JSON.parse(stdout) as { numbers: number; twice: number[]; moved: number };
  return {
    violations: twice.map((number) => ({ rule: 'I3', what: `number ${number} was taken twice` })),
    rows: [
      shown('seed', options.seed, ''),
      atLeast('numbers taken by two writers', numbers, '', options.runs * 2),
      shown('decisions made again because another was quicker', moved, ''),
      atMost('I3 numbers given twice', twice.length, '', 0),
    ],
  };
}
