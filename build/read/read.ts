import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { electronProgram } from '../app/electron-program.ts';
import { Outcome } from './outcome.ts';
import { failureText, jsonLine, readableText } from './print-outcome.ts';

/**
 * `npm run read -- FILE… [--json]`: reads pictures and PDFs with the desk's own pipeline, without a window. Pages on
 * standard output, in order, as they are ready; failures on standard error, and then exit code 1.
 */
const USAGE = 'Usage: npm run read -- FILE… [--json]';
const OUTCOME_MARK = '@reading ';
const home = resolve(import.meta.dirname, '../..');

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const unknown = words.find((word) => word.startsWith('--') && word !== '--json' && word !== '--');
// npm runs scripts in the project's folder and says in INIT_CWD where the person stands.
const from = process.env.INIT_CWD ?? process.cwd();
const files = words.filter((word) => !word.startsWith('--')).map((word) => resolve(from, word));

if (files.length === 0 || unknown !== undefined) {
  console.error(unknown === undefined ? USAGE : `${USAGE}\nUnknown: ${unknown}`);
  process.exit(2);
}

// In a process of its own: what building says must not get between the pages on standard output.
const built = spawnSync(process.execPath, [join(home, 'build/app/build-if-stale.ts')], {
  stdio: ['ignore', 2, 2],
});
if (built.status !== 0) process.exit(built.status ?? 1);
const profile = await mkdtemp(join(tmpdir(), 'read-'));
let failed = false;
let told = 0;
const log: string[] = [];

const desk = spawn(electronProgram(), [home, `--user-data-dir=${profile}`, '--read', ...files], {
  stdio: ['ignore', 'pipe', 'pipe'],
  // What runs in Electron's place must not open a window for the hidden page.
  env: { ...process.env, STANDIN_HEADLESS: '1' },
});
const stop = (): void => void desk.kill('SIGTERM');
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
createInterface({ input: desk.stderr }).on('line', (line) => log.push(line));
createInterface({ input: desk.stdout }).on('line', (line) => {
  if (!line.startsWith(OUTCOME_MARK)) {
    log.push(line);
    return;
  }
  const outcome = Outcome.parse(JSON.parse(line.slice(OUTCOME_MARK.length)));
  told += 1;
  if ('failure' in outcome) {
    failed = true;
    process.stderr.write(failureText(outcome));
  } else process.stdout.write(asJson ? jsonLine(outcome) : readableText(outcome));
});

const code = await new Promise<number>((settle) => {
  desk.on('error', (problem) => {
    log.push(String(problem));
    settle(1);
  });
  desk.on('close', (exit) => settle(exit ?? 1));
});
await rm(profile, { recursive: true, force: true });
// Said only when something went wrong that no page's own sentence has explained; 1 is a file that failed.
if (told === 0 || code > 1 || (code === 1 && !failed)) console.error(log.slice(-40).join('\n'));
process.exitCode = failed || told === 0 || code !== 0 ? 1 : 0;
