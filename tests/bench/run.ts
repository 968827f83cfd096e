// npm run bench -- NAME [PART…]: runs tests/bench/NAME.ts, whose `measure` gives the rows of its report.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ReportRow, report } from './report.ts';

const FRAME = new Set(['report.ts', 'run.ts', 'median.ts']);
const names = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.ts') && !FRAME.has(file))
  .map((file) => file.slice(0, -3))
  .sort();

const [name = '', ...parts] = process.argv.slice(2);
if (names.includes(name)) {
  // The name was found in this folder; every bench there exports `measure`.
  const bench = (await import(join(import.meta.dirname, `${name}.ts`))) as {
    measure: (parts: readonly string[]) => Promise<readonly ReportRow[]>;
  };
  process.exitCode = await report('bench', name, await bench.measure(parts));
} else {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exitCode = 2;
}
