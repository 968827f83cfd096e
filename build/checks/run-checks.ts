import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runToItsEnd } from './run-to-its-end.ts';

/** `npm test`: every check in turn; goes on after a failure so that one run tells everything. */
type Count = { readonly passed: number; readonly failed: number };
type Check = { readonly what: string; readonly run: () => Promise<Count> };

const home = resolve(import.meta.dirname, '../..');
const bin = (name: string): string => join(home, 'node_modules/.bin', name);

const MINUTE_MS = 60_000;
/** A check that takes longer hangs. On two quiet cores the longest takes 8 minutes. */
const LONGEST_MS = 35 * MINUTE_MS;
/** Whatever hangs, the last line is said while somebody still listens. */
const ALL_MS = 80 * MINUTE_MS;
const startedMs = Date.now();

async function command(program: string, args: readonly string[]): Promise<number> {
  const limitMs = Math.max(1, Math.min(LONGEST_MS, startedMs + ALL_MS - Date.now()));
  const { code, late, left } = await runToItsEnd(bin(program), args, { folder: home, limitMs });
  if (late)
    console.log(`✘ ${program} did not end within ${Math.round(limitMs / MINUTE_MS)} minutes and was ended`);
  if (left > 0) console.log(`  ${left} processes that ${program} left behind were ended`);
  return code;
}

/** A tool that says yes or no counts as one test. */
const tool = (what: string, program: string, ...args: string[]): Check => ({
  what,
  run: async () =>
    (await command(program, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
});

/** Vitest counts its own tests; a run that dies before it reports counts as one failure. */
const vitest = (what: string, ...args: string[]): Check => ({
  what,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'checks-'));
    try {
      const file = join(folder, 'report.json');
      const code = await command('vitest', [
        'run',
        ...args,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ]);
      const report = JSON.parse(await readFile(file, 'utf8')) as {
        numPassedTests: number;
        numFailedTests: number;
      };
      const failed = report.numFailedTests;
      // A suite that cannot even load, or a run that does not end, has no failed test, only a bad exit code.
      return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
    } catch {
      return { passed: 0, failed: 1 };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

const parts = ['src/shared', 'src/main', 'src/preload', 'src/renderer', 'build', 'tests'];

const checks: readonly Check[] = [
  tool('style (Biome)', 'biome', 'ci', '--diagnostic-level=error', '.'),
  ...parts.map((part) => tool(`types of ${part}`, 'tsc', '-p', part)),
  tool('import rules (dependency-cruiser)', 'depcruise', 'src', '--config', '.dependency-cruiser.cjs'),
  tool('nothing unused (knip)', 'knip', '--no-progress'),
  tool('build', 'electron-vite', 'build'),
  vitest('tests on Node', '--project', 'node'),
  vitest('tests in Chromium', '--project', 'browser'),
  vitest('journeys', '--project', 'journeys'),
  vitest('chaos, short runs', '--project', 'chaos', '--passWithNoTests'),
];

let passed = 0;
let failed = 0;
const lines: string[] = [];
const wanted = process.argv.slice(2);
for (const check of checks) {
  if (wanted.length > 0 && !wanted.some((word) => check.what.includes(word))) continue;
  const checkStartedMs = Date.now();
  console.log(`\n▶ ${check.what}`);
  const count = await check.run();
  passed += count.passed;
  failed += count.failed;
  const seconds = Math.round((Date.now() - checkStartedMs) / 1000);
  lines.push(
    `${count.failed === 0 ? '✔' : '✘'} ${check.what}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`,
  );
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
